// Ctrl K: go to a page, do something on this page, find an object. The server finds; what can be done is read from
// the page itself; an empty field shows the five objects that were open last.

import { make, on, one, root } from "../shared/dom.js";
import { kept } from "../shared/drafts.js";
import { listActs, pressInList } from "./acts.js";
import { openDialog } from "./announce.js";
import { ask, combobox, fetchRows, fold, queryOf, rowOf, shutList } from "./combobox.js";
import { show } from "./dialogs.js";
import { pageKeys, press } from "./press.js";

const MOST = 5;
const recentName = () => `enhet:recent:${root.dataset.account}`;
const recent = () => kept.read(recentName()) ?? [];
let deeds = new Map();

// Remembers the object that this page shows.
function remember() {
  const heading = one("h1[data-object]");
  if (!heading || !root.dataset.account) return;
  const text = (heading.dataset.objectName ?? heading.textContent).replace(/\s+/g, " ").trim();
  const href = location.pathname;
  kept.write(recentName(), [{ href, text }, ...recent().filter((other) => other.href !== href)].slice(0, MOST));
}

const nameOf = (element) => {
  const named = element.getAttribute("aria-label") ?? element.closest("label")?.textContent ?? element.textContent;
  const cap = element.querySelector("kbd")?.textContent ?? "";
  return (cap && named.endsWith(cap) ? named.slice(0, -cap.length) : named).trim();
};

// What the page offers under a letter and a name that the text begins, or that contains it.
function deedRows(text) {
  const wanted = fold(text);
  deeds = new Map();
  return [...listActs(), ...pageKeys()]
    .filter((element) => nameOf(element) && (!wanted || fold(nameOf(element)).includes(wanted)))
    .map((element, index) => {
      const option = rowOf(one("#palette").dataset.do ?? "", nameOf(element), { id: `palette-do-${index}` });
      option.append(make("kbd", { class: "end keyhint", "aria-hidden": "true" }, element.dataset.key.toUpperCase()));
      deeds.set(option, element);
      return option;
    });
}

function recentRows() {
  return recent().map(({ href, text }) => rowOf(one("#palette").dataset.recent ?? "", text, { "data-href": href }));
}

async function paletteRows(text, signal, field) {
  if (!text) {
    const last = recentRows();
    return last.length > 0 ? last : deedRows("");
  }
  const done = deedRows(text);
  const found = await fetchRows(queryOf(field.form.action, { q: text, del: "palett" }), signal).catch((fault) => {
    if (done.length > 0 && !signal.aborted) return [];
    throw fault;
  });
  return /^\d/.test(text) ? [...found, ...done] : [...done, ...found];
}

function takeRow(field, option) {
  const deed = deeds.get(option);
  const href = option.dataset.href ?? option.href;
  field.closest("dialog").close();
  if (deed?.closest("[data-bulk],[data-row-acts]")) pressInList(deed.dataset.key);
  else if (deed) press(deed);
  else if (href) location.assign(href);
}

export function openPalette() {
  const palette = one("#palette");
  if (!palette) return false;
  if (openDialog() === palette) {
    palette.close();
    return true;
  }
  const field = one("[role=combobox]", palette);
  field.value = "";
  show(palette);
  field.focus();
  ask(field);
  return true;
}

export function watchPalette() {
  combobox({ selector: "#palette [role=combobox]", rows: paletteRows, take: takeRow });
  on("click", "[data-palette]", (event) => {
    if (!event.ctrlKey && !event.metaKey && openPalette()) event.preventDefault();
  });
  document.addEventListener("close", ({ target }) => target.id === "palette" && shutList(one("[role=combobox]", target)), true);
  on("submit", "[data-sign-out]", () => kept.drop(recentName()));
  document.addEventListener("enhet:fresh", remember);
  remember();
}
