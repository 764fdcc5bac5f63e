// What is said to those who do not see the page change. While a dialog is open the rest of the page is silent to
// assistive technology, so each dialog carries a place of its own.

import { all, make, one } from "../shared/dom.js";

const CALM = 30000;
const GAP = 60;
const waiting = new Map();
let saidAt = -CALM;
let timer;

export const openDialog = () => all("dialog[open]").at(-1);

// Says a sentence now. The place is emptied first, so that the same sentence is heard twice.
export function say(sentence) {
  const dialog = openDialog();
  let place = dialog ? one(":scope > [data-voice]", dialog) : one("#say");
  if (!place && dialog) {
    place = make("div", { class: "sr", role: "status", "data-voice": "" });
    dialog.append(place);
  }
  if (!place) return;
  place.textContent = "";
  setTimeout(() => (place.textContent = sentence), GAP);
}

// Says what nobody asked for: at most each half minute, the latest about each thing.
export function sayCalmly(about, sentence) {
  waiting.set(about, sentence);
  clearTimeout(timer);
  timer = setTimeout(() => {
    saidAt = performance.now();
    say([...waiting.values()].join(" "));
    waiting.clear();
  }, Math.max(0, saidAt + CALM - performance.now()));
}

// A dialog's place must stand there before it speaks.
export function giveVoice(dialog) {
  if (!one(":scope > [data-voice]", dialog)) dialog.append(make("div", { class: "sr", role: "status", "data-voice": "" }));
}
