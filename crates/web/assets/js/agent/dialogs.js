// Dialogs: those that lie in the page, and those made of a page that is fetched. Never one over another;
// the browser gives focus in, keeps it there and gives it back.

import { make, on, one, root } from "../shared/dom.js";
import { restoreDrafts } from "../shared/drafts.js";
import { giveVoice, openDialog } from "./announce.js";
import { busy, get } from "./ask.js";
import { focusFault, sendPart } from "./swap.js";
import { toast } from "./toast.js";

let coming = 0;
const held = [];

export const isComing = () => coming > 0;
// A key pressed while a dialog is on its way is meant for the dialog.
export const hold = (key) => held.push(key);

export function show(dialog) {
  const other = openDialog();
  if (other === dialog) return;
  other?.close();
  giveVoice(dialog);
  if ("own" in dialog.dataset) dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
  restoreDrafts();
  const first = one("[autofocus]", dialog) ?? one(":is(input,select,textarea):not([type=hidden]),.formacts .btn", dialog);
  // Of a group of radio buttons the chosen one has the place.
  (first?.type === "radio" ? (one(`[name="${CSS.escape(first.name)}"]:checked`, dialog) ?? first) : first)?.focus();
  held.splice(0).forEach((key) => dialog.dispatchEvent(new CustomEvent("enhet:key", { bubbles: true, detail: key })));
}

// The content of a fetched page as a dialog, named by the page's heading.
function dialogOf(page) {
  const part = one("[data-part]", page) ?? one("#main", page);
  if (!part || !one("form", part)) return null;
  const heading = one("h1", part);
  const title = make("h2", { id: "dialog-title" }, ...(heading?.childNodes ?? []));
  heading?.remove();
  part.querySelector(".backlink,.crumbs")?.remove();
  const shut = one("dialog > .dlg > header > form")?.cloneNode(true);
  const box = make("div", { class: "dlg" }, make("header", {}, title, ...(shut ? [shut] : [])), ...part.childNodes);
  return make("dialog", { "aria-labelledby": "dialog-title", "data-own": "" }, box);
}

export async function fetchDialog(url) {
  if (coming) return;
  coming += 1;
  const calm = busy(document.body);
  try {
    const answer = await get(url, "dialog");
    const dialog = answer.status < 400 && dialogOf(answer.page);
    if (!dialog) return location.assign(url);
    document.body.append(dialog);
    show(dialog);
  } catch {
    toast(root.dataset.offline);
  } finally {
    coming -= 1;
    held.length = 0;
    calm();
  }
}

// Where a link leads, or a form whose button asks for a page.
export function addressOf(element) {
  if (element.href) return element.href;
  const form = element.form;
  const address = new URL(element.hasAttribute("formaction") ? element.formAction : form.action, location.href);
  address.search = new URLSearchParams(new FormData(form, element));
  return address.href;
}

function open(event, element) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const inline = element.dataset.opens && document.getElementById(element.dataset.opens);
  if (inline) show(inline);
  else fetchDialog(addressOf(element));
}

async function sendFromDialog(event, form) {
  if (event.defaultPrevented || form.method !== "post") return;
  event.preventDefault();
  const dialog = form.closest("dialog");
  const outcome = await sendPart(form, event.submitter, (page, again) => {
    const fresh = dialogOf(page);
    if (fresh) one(".dlg", dialog).replaceWith(one(".dlg", fresh));
    else form.replaceWith(again);
    focusFault(dialog);
  });
  if (outcome === "done" || outcome === "away") dialog.close();
  document.dispatchEvent(new CustomEvent("enhet:sent", { detail: outcome }));
  if (document.activeElement === document.body) one("#main")?.focus({ preventScroll: true });
}

// A press on what dims the page puts away a dialog that asks nothing.
function pressOutside(event) {
  const dialog = event.target;
  if (!(dialog instanceof HTMLDialogElement) || one("form[method=post]", dialog)) return;
  const box = dialog.getBoundingClientRect();
  const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
  if (!inside) dialog.close();
}

export function watchDialogs() {
  on("click", "[data-opens]", open);
  on("submit", "dialog[data-own] form", sendFromDialog);
  on("click", "dialog [data-close]", (event, button) => {
    event.preventDefault();
    button.closest("dialog").close();
  });
  document.addEventListener("pointerdown", pressOutside);
}
