// Registering a call beside the queue: `N` goes in, Enter goes to the next empty field, Ctrl Enter saves. What the text
// is about is guessed by the server while one types, and stays a guess: a field changed by hand is left alone.

import { all, on, one, settled } from "../shared/dom.js";
import { bodyOf, post } from "../shared/send.js";
import { morph } from "./morph.js";
import { currentRow, linkOf } from "./rows.js";

const THINKING = 300;
const dock = () => one("#dock");
export const isDockOpen = () => Boolean(dock()?.classList.contains("is-open") && dock().contains(document.activeElement));

const fieldsIn = (within) =>
  all("input:not([type=hidden],[type=radio],[type=checkbox],[type=file]),textarea,select", within).filter((field) => field.checkVisibility());

function enterDock() {
  dock().classList.add("is-open");
  const fields = fieldsIn(dock());
  (fields.find((field) => !field.value) ?? fields[0])?.focus();
}

export function shutDock() {
  dock().classList.remove("is-open");
  const target = (currentRow() && linkOf(currentRow())) ?? one('[data-key="n"]') ?? one("#main");
  target?.focus({ preventScroll: true });
}

function nextField(field) {
  const fields = fieldsIn(field.form);
  const after = fields.slice(fields.indexOf(field) + 1);
  (after.find((other) => !other.value) ?? after[0])?.focus();
}

let asked = 0;

async function guess(form) {
  const round = (asked += 1);
  const body = bodyOf(form);
  try {
    const { status, page } = await post(new URL(form.dataset.guess, location.href).href, body, "guess");
    if (status >= 400 || round !== asked || !form.isConnected) return;
    for (const fresh of all("[id]", page.body)) {
      const old = form.querySelector(`#${CSS.escape(fresh.id)}`);
      const chosen = old?.contains(document.activeElement);
      if (old && !chosen && !fresh.parentElement.closest("[id]")) morph(old, fresh);
    }
  } catch {
    // A guess that does not come is no loss; the fields can be chosen by hand.
  }
}

const guessSoon = settled(guess, THINKING);

function afterSent({ target, detail }) {
  asked += 1;
  if (detail !== "done" || !target.matches?.("#dock form")) return;
  fieldsIn(target)[0]?.focus();
}

export function watchQuick() {
  on("click", 'a[data-key="n"]', (event) => {
    if (!dock() || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    enterDock();
  });
  on("click", "[data-shut]", shutDock);
  on("input", "form[data-guess]", (event, form) => {
    if (event.target.matches("textarea,[type=text],[type=search]") && !event.target.closest("[data-combo]")) guessSoon(form);
  });
  on("change", "form[data-guess]", (event, form) => event.target.matches("[type=hidden],[type=radio]") && guessSoon(form));
  on("enhet:taken", "form.quick", (event) => nextField(event.target));
  on("keydown", "form.quick input", (event, field) => {
    if (event.key !== "Enter" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.isComposing) return;
    event.preventDefault();
    nextField(field);
  });
  document.addEventListener("enhet:sent", afterSent);
}
