// Marked rows: `X` or the box in the row, with Shift for all between. The bar of acts for many is shown while any is marked.

import { all, fill, on, one } from "../shared/dom.js";
import { say } from "./announce.js";

let last = null;

export const markedNumbers = () => all("[data-mark]:checked").map((box) => box.value);

function showMarks(speak) {
  const boxes = all("[data-mark]");
  const count = boxes.filter((box) => box.checked).length;
  for (const box of boxes) box.closest("[data-row]")?.classList.toggle("is-marked", box.checked);
  all("[data-bulk]").forEach((bar) => bar.classList.toggle("is-shown", count > 0));
  for (const line of all("[data-marked]")) {
    const sentence = fill(count === 1 ? line.dataset.one : line.dataset.many, { n: count });
    if (line.textContent !== sentence) line.textContent = sentence;
    if (speak) say(sentence);
  }
}

export function mark(row) {
  const box = row && one("[data-mark]", row);
  if (!box) return;
  box.checked = !box.checked;
  last = box;
  showMarks(true);
}

// Takes all marks away; false when there were none.
export function unmarkAll(speak = true) {
  const boxes = all("[data-mark]:checked");
  boxes.forEach((box) => (box.checked = false));
  if (boxes.length > 0) showMarks(speak);
  return boxes.length > 0;
}

function markRange(event, box) {
  if (event.shiftKey && last?.isConnected && last !== box) {
    const boxes = all("[data-mark]");
    const [from, to] = [boxes.indexOf(last), boxes.indexOf(box)].sort((a, b) => a - b);
    boxes.slice(from, to + 1).forEach((other) => (other.checked = box.checked));
  }
  last = box;
  showMarks(true);
}

export function watchMarks() {
  on("click", "[data-mark]", markRange);
  // What was marked has been acted on.
  document.addEventListener("enhet:sent", ({ target, detail }) => target === document && detail === "done" && unmarkAll(false));
  document.addEventListener("enhet:fresh", () => showMarks(false));
  showMarks(false);
}
