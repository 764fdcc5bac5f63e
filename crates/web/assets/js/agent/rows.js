// The list's current row: the one whose link has, or last had, the focus. It is remembered for the way back from a
// ticket, without taking the focus there.

import { all, here, on, one } from "../shared/dom.js";

const PLACE = "enhet:row:";
let current = null;

export const rows = () => all("[data-rows] [data-row]:not(.is-gone)");
export const linkOf = (row) => one("a[href]", row);
export const currentRow = () => (current?.isConnected ? current : null);

function setCurrent(row) {
  for (const other of all("[data-row].is-current")) {
    other.classList.remove("is-current");
    linkOf(other)?.removeAttribute("aria-current");
  }
  current = row;
  if (!row) return;
  row.classList.add("is-current");
  linkOf(row)?.setAttribute("aria-current", "true");
  try {
    sessionStorage.setItem(PLACE + here(), row.dataset.number);
  } catch {
    return;
  }
}

// Moves to the next row (1) or the one before (-1). Without a current row the first one is taken.
export function step(by) {
  const list = all("[data-rows] [data-row]");
  const at = current ? list.indexOf(current) : -1;
  let next = at < 0 ? list[0] : list[at + by];
  while (next?.classList.contains("is-gone")) next = list[list.indexOf(next) + by];
  if (!next) return;
  linkOf(next)?.focus({ preventScroll: true });
  setCurrent(next);
  next.scrollIntoView({ block: "nearest" });
}

function remembered() {
  const [visit] = performance.getEntriesByType("navigation");
  let number = null;
  try {
    number = sessionStorage.getItem(PLACE + here());
  } catch {
    return null;
  }
  const row = number && rows().find((other) => other.dataset.number === number);
  if (!row) return null;
  const from = document.referrer && new URL(document.referrer).pathname;
  const back = visit?.type !== "navigate" || from?.startsWith(new URL(linkOf(row).href).pathname);
  return back ? row : null;
}

// After new content: the same number is the same row.
function findAgain() {
  const number = current?.dataset.number;
  if (!number) return;
  const row = current.isConnected ? current : rows().find((other) => other.dataset.number === number);
  setCurrent(row ?? null);
}

// A press anywhere in a row opens it, unless it selected text or met a control.
function openByPress(event, row) {
  if (event.defaultPrevented || event.target.closest("a,button,input,label,select,summary")) return;
  if (!getSelection().isCollapsed) return;
  const { ctrlKey, metaKey, shiftKey } = event;
  linkOf(row)?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
}

export function watchRows() {
  on("focusin", "[data-row]", (_, row) => setCurrent(row));
  on("click", "[data-row]", openByPress);
  document.addEventListener("enhet:fresh", findAgain);
  setCurrent(remembered());
}
