// The line that says what was done, with its way back: at least ten seconds, and as long as it is looked at.

import { all, on, one } from "./dom.js";

const STAYS = 10000;
const timers = new WeakMap();

function startClock(toast) {
  clearTimeout(timers.get(toast));
  timers.set(toast, setTimeout(putAway, STAYS, toast));
}

function putAway(toast) {
  const held = toast.contains(document.activeElement);
  toast.remove();
  if (held) one("#main")?.focus({ preventScroll: true });
}

// Toasts that came with a page: their clock starts, and a press can put them away.
export function startToasts() {
  for (const toast of all("#toasts > *")) {
    all("[data-dismiss]", toast).forEach((button) => (button.hidden = false));
    startClock(toast);
  }
}

export function watchToasts() {
  const pause = (_, element) => clearTimeout(timers.get(element));
  const goOn = (_, element) => {
    if (!element.matches(":hover, :focus-within")) startClock(element);
  };
  on("mouseover", "[data-toast]", pause);
  on("focusin", "[data-toast]", pause);
  on("mouseout", "[data-toast]", (event, element) => setTimeout(goOn, 0, event, element));
  on("focusout", "[data-toast]", (event, element) => setTimeout(goOn, 0, event, element));
  on("click", "[data-dismiss]", (_, button) => putAway(button.closest("[data-toast]")));
  document.addEventListener("enhet:fresh", startNew);
  startToasts();
  // What stood in a live region from the start is not read out; it is said once the page is there.
  const first = one("#toasts p")?.textContent;
  if (first) setTimeout(() => (one("#say").textContent = first), 500);
}

const startNew = () => {
  if (all("#toasts > *").some((element) => !timers.has(element))) startToasts();
};
