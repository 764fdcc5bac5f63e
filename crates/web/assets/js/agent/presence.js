// Two people in one ticket see each other. Nothing is kept: the server forgets who stops saying that they are here.

import { all, one } from "../shared/dom.js";
import { post } from "../shared/send.js";
import { sayCalmly } from "./announce.js";
import { csrf } from "./ask.js";
import { isWriting } from "./composer.js";

const BEAT = 20000;
let wrote = false;

const place = () => one("[data-presence]");
const body = (more) => new URLSearchParams({ csrf: csrf(), writing: isWriting() ? "1" : "0", ...more });

async function beat() {
  const element = place();
  if (!element || document.hidden) return;
  wrote = isWriting();
  try {
    const { status, page } = await post(element.dataset.presence, body(), "presence");
    if (status >= 400 || !element.isConnected) return;
    const before = element.textContent;
    element.replaceChildren(...page.body.childNodes);
    const sentence = one("[data-say]", element)?.dataset.say ?? element.textContent.trim();
    if (sentence && element.textContent !== before) sayCalmly("here", sentence);
  } catch {
    // The next beat tries again.
  }
}

export function watchPresence() {
  setInterval(beat, BEAT);
  document.addEventListener("visibilitychange", beat);
  document.addEventListener("enhet:fresh", () => all("[data-presence]:empty").length > 0 && beat());
  // That one begins to write is told at once: it is what a colleague needs to know.
  document.addEventListener("input", () => isWriting() !== wrote && beat());
  addEventListener("pagehide", () => place() && navigator.sendBeacon(place().dataset.presence, body({ leave: "1" })));
  beat();
}
