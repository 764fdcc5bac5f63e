// Lines that did not come with the first page.

import { make, one } from "../shared/dom.js";
import { startToasts } from "../shared/toast.js";

// Toasts of a fetched page stand in for those shown before.
export function takeToasts(page) {
  const fresh = one("#toasts", page);
  if (!fresh?.childElementCount) return;
  one("#toasts").replaceChildren(...fresh.childNodes);
  startToasts();
}

export function toast(sentence) {
  if (!sentence) return;
  one("#toasts")?.replaceChildren(make("div", { class: "toast", "data-toast": "" }, make("p", {}, sentence)));
  startToasts();
}
