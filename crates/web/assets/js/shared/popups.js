// Menus made of `details`: closed by Escape, by a press elsewhere, and when focus goes on.

import { all, on, one } from "./dom.js";

const OPEN = "details[data-popup][open]";

function shutOthers(target) {
  for (const popup of all(OPEN)) if (!popup.contains(target)) popup.open = false;
}

export function watchPopups() {
  document.addEventListener("pointerdown", (event) => shutOthers(event.target));
  document.addEventListener("focusin", (event) => shutOthers(event.target));
  on("keydown", OPEN, (event, popup) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    popup.open = false;
    one("summary", popup).focus();
  });
}
