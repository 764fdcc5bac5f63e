// The box that always says to whom. Another receiver changes the label, the button's name and the surface, never by itself.

import { all, on, one } from "../shared/dom.js";

function showReceiver(form) {
  const radio = one("[data-label]:checked", form);
  if (!radio) return;
  for (const [selector, text] of [["[data-composer-label]", radio.dataset.label], ["[data-composer-send]", radio.dataset.send]]) {
    for (const element of all(selector, form)) if (text && element.textContent !== text) element.textContent = text;
  }
  for (const element of all("[data-for]", form)) element.hidden = !element.dataset.for.split(" ").includes(radio.value);
}

const showAll = () => all("form[data-composer]").forEach(showReceiver);

export function watchComposer() {
  on("change", "form[data-composer]", (_, form) => showReceiver(form));
  on("reset", "form[data-composer]", () => setTimeout(showAll));
  document.addEventListener("enhet:fresh", showAll);
  showAll();
}

// Whether the reader is writing to someone right now.
export const isWriting = () => all("form[data-composer] textarea").some((field) => field.value.trim() !== "");
