// What others change is seen here without asking: one stream for all tabs of this browser tells what changed, and each
// tab fetches what it shows again, with its reader's own rights. The focus is never moved.

import { all, here, on, root } from "../shared/dom.js";
import { sayCalmly } from "./announce.js";
import { get } from "./ask.js";
import { morph } from "./morph.js";

const SOON = 250;
const APART = 2500;
const LATER = 60;
const stale = new Set();
const fetched = new Map();
let planned;
let pressed = false;

const regions = () => all("[data-live][id],[data-refresh][id]");
const sourceOf = (region) => region.dataset.liveSrc ?? here();

function concerns(region, { topic, number }) {
  return (region.dataset.live ?? "").split(" ").some((wanted) => {
    const [name, only] = wanted.split(":");
    return topic === "all" || (name === topic && (only === undefined || number === null || Number(only) === number));
  });
}

function note(change) {
  for (const region of regions()) if (concerns(region, change)) stale.add(region.id);
  if (stale.size > 0) plan();
}

function plan() {
  if (planned || document.hidden) return;
  const last = Math.max(0, ...[...stale].map((id) => fetched.get(id) ?? 0));
  const wait = Math.max(SOON, last + APART - performance.now());
  // Many tabs hear of the same change; they do not all ask in the same instant.
  planned = setTimeout(renewStale, wait + Math.random() * SOON);
}

async function renewStale() {
  planned = undefined;
  if (pressed) return plan();
  const ids = [...stale];
  stale.clear();
  const found = ids.map((id) => document.getElementById(id)).filter(Boolean);
  for (const source of new Set(found.map(sourceOf))) {
    const group = found.filter((region) => sourceOf(region) === source);
    group.forEach((region) => fetched.set(region.id, performance.now()));
    try {
      const { status, page, url } = await get(source, "live");
      const sameAddress = new URL(url).pathname === new URL(source, location.href).pathname;
      if (status < 400 && sameAddress) group.forEach((region) => renewRegion(region, page));
    } catch {
      // The server is away. The stream comes back when it does, and then everything is fetched.
    }
  }
  if (stale.size > 0) plan();
  return undefined;
}

const sentences = (region) => [region, ...all("[data-say]", region)].map((element) => element.dataset.say).filter(Boolean);

function renewRegion(region, page) {
  const fresh = page.getElementById(region.id);
  if (!fresh || !region.isConnected) return;
  const before = new Set(sentences(region));
  morph(region, fresh);
  document.dispatchEvent(new Event("enhet:fresh"));
  const news = sentences(region).filter((sentence) => !before.has(sentence));
  if (news.length > 0) sayCalmly(region.id, news.join(" "));
}

// Words such as "48 min kvar" grow old without anyone's change.
function refresh() {
  for (const region of all("[data-refresh][id]")) {
    const age = performance.now() - (fetched.get(region.id) ?? 0);
    if (age > 1000 * (Number(region.dataset.refresh) || LATER)) stale.add(region.id);
  }
  if (stale.size > 0) plan();
}

function listen(tell) {
  const source = new EventSource(root.dataset.stream);
  let broken = false;
  source.addEventListener("change", ({ data }) => tell(JSON.parse(data)));
  source.addEventListener("error", () => (broken = true));
  source.addEventListener("open", () => {
    if (broken) tell({ topic: "all", number: null });
    broken = false;
  });
  addEventListener("pagehide", () => source.close());
}

// One tab holds the lock and the stream; it tells the others. When it closes, the next in line takes over.
function share() {
  const name = `enhet-live:${root.dataset.account}`;
  const channel = new BroadcastChannel(name);
  channel.addEventListener("message", ({ data }) => note(data));
  navigator.locks.request(name, () => new Promise(() => {
    listen((change) => {
      channel.postMessage(change);
      note(change);
    });
  }));
}

export function watchLive() {
  addEventListener("pageshow", ({ persisted }) => persisted && note({ topic: "all", number: null }));
  document.addEventListener("visibilitychange", () => !document.hidden && stale.size > 0 && plan());
  on("pointerdown", "[data-live]", () => (pressed = true));
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => (pressed = false));
  setInterval(refresh, 5000);
  if (!root.dataset.stream) return;
  if (navigator.locks && "BroadcastChannel" in window) share();
  else listen(note);
}
