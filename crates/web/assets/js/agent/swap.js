// Forms that are answered in place: the page is fetched after the act and morphed, so the reader stands where they stood.

import { all, here, make, on, one, root } from "../shared/dom.js";
import { hasFiles, progressOf } from "../shared/files.js";
import { released } from "../shared/forms.js";
import { actionOf, arrive, bodyOf, post, refusalIn, takeHead } from "../shared/send.js";
import { busy } from "./ask.js";
import { morph } from "./morph.js";
import { takeToasts, toast } from "./toast.js";

const samePage = (url) => {
  const { pathname, search, origin } = new URL(url);
  return origin === location.origin && pathname + search === here();
};

// Shows a fetched page as the newer state of this one.
function renew(page, letGo) {
  takeHead(page);
  morph(document.body, page.body, letGo);
  takeToasts(page);
  document.dispatchEvent(new Event("enhet:fresh"));
}

// Sends a form. The answer is given to `onFault` when it shows the form again; what happened is the result:
// `done`, `fault`, `away` (another page) or `unsent`.
export async function sendPart(form, button, onFault) {
  const body = bodyOf(form, button);
  if (!body.has("next")) body.set("next", here());
  const calm = busy(form);
  complain(form, "");
  let answer;
  try {
    answer = await post(actionOf(form, button), body, "page", hasFiles(form) ? progressOf(form) : undefined);
  } catch {
    complain(form, root.dataset.offline);
    return "unsent";
  } finally {
    calm();
    released(form);
  }
  return take(answer, form, onFault);
}

function take({ status, url, page }, form, onFault) {
  const again = formIn(page, form);
  if (status >= 400 && again) {
    onFault(page, again);
    return "fault";
  }
  // The sign-in has ended: the way there is the page itself, and the draft waits for the way back.
  if (status === 401 && form.dataset.draft) location.reload();
  if (status >= 400) {
    complain(form, refusalIn(page) || root.dataset.offline);
    return "unsent";
  }
  if (!samePage(url)) {
    // A page that answers the POST itself has no address to come back to.
    arrive(page, url === new URL(actionOf(form), location.href).href ? undefined : url);
    return "away";
  }
  form.reset();
  renew(page, true);
  return "done";
}

// Said where the hand is, and it stays until the next try: the text is still in the form. A lone button has no room for it.
function complain(form, sentence) {
  all("[data-complaint]", form).forEach((line) => line.remove());
  const hasRoom = form.closest("dialog") || one("textarea,select,input:not([type=hidden])", form);
  if (sentence && !hasRoom) toast(sentence);
  else if (sentence) form.prepend(make("p", { class: "ferr", role: "alert", "data-complaint": "", "data-own": "" }, sentence));
}

const path = (form) => new URL(form.getAttribute("action") ?? "", location.href).pathname;
const formIn = (page, form) => [...page.forms].find((other) => other.method === "post" && path(other) === path(form));

export function focusFault(within) {
  (one(".errsum", within) ?? one("[aria-invalid=true]", within) ?? one(".ferr", within))?.focus();
}

// The form with its faults, where it stands: the page it came on may be another than this.
function showFaults(form, page, again) {
  const summary = one(".errsum,.clash", page);
  if (summary && !again.contains(summary)) again.prepend(summary);
  takeHead(page);
  morph(form, again);
  document.dispatchEvent(new Event("enhet:fresh"));
  focusFault(form);
}

async function swapForm(event, form) {
  if (event.defaultPrevented || form.method !== "post" || form.closest("dialog[data-own]")) return;
  event.preventDefault();
  const focused = document.activeElement;
  const outcome = await sendPart(form, event.submitter, (page, again) => showFaults(form, page, again));
  if (outcome === "done") form.closest("dialog")?.close();
  form.dispatchEvent(new CustomEvent("enhet:sent", { bubbles: true, detail: outcome }));
  if (outcome === "done" && focused && !focused.isConnected) one("#main")?.focus({ preventScroll: true });
}

export function watchSwaps() {
  on("submit", "form[data-swap],[data-toast] form", swapForm);
}
