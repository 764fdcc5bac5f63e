// The box that always says to whom. Another receiver changes the label, the button's name and the surface, never by itself:
// the choice is remembered for this ticket, in this tab, also after sending.

import { all, on, one } from "../shared/dom.js";

const CHOICE = "enhet:to:";

function showReceiver(form) {
  const radio = one("[data-label]:checked", form);
  if (!radio) return;
  for (const [selector, text] of [["[data-composer-label]", radio.dataset.label], ["[data-composer-send]", radio.dataset.send]]) {
    for (const element of all(selector, form)) if (text && element.textContent !== text) element.textContent = text;
  }
  for (const element of all("[data-for]", form)) element.hidden = !element.dataset.for.split(" ").includes(radio.value);
}

function rememberChoice(form) {
  const radio = one("[data-label]:checked", form);
  try {
    if (radio && form.dataset.draft) sessionStorage.setItem(CHOICE + form.dataset.draft, radio.value);
  } catch {
    return;
  }
}

function recallChoice(form) {
  try {
    const value = sessionStorage.getItem(CHOICE + form.dataset.draft);
    const radio = value && one(`[data-label][value="${CSS.escape(value)}"]`, form);
    if (radio) radio.checked = true;
  } catch {
    return;
  }
}

const composers = () => all("form[data-composer]");

// An address that leads to the box, as `?till=anteckning#svar`, has said to whom.
const isLedTo = (form) => location.hash !== "" && one("textarea", form)?.id === location.hash.slice(1);

function showAll() {
  for (const form of composers()) {
    if (!isLedTo(form)) recallChoice(form);
    showReceiver(form);
  }
}

export function watchComposer() {
  on("change", "form[data-composer]", (_, form) => {
    rememberChoice(form);
    showReceiver(form);
  });
  document.addEventListener("enhet:fresh", () => composers().forEach((form) => {
    recallChoice(form);
    showReceiver(form);
  }));
  showAll();
  composers().forEach(rememberChoice);
}

// Whether the reader is writing to someone right now.
export const isWriting = () => all("form[data-composer] textarea").some((field) => field.value.trim() !== "");
