// What is typed survives a reload, a lost session and a server that is down. Drafts lie in this browser, under the
// account that wrote them, until the server says that the text is saved, or for a week.

import { all, on, root, settled } from "./dom.js";

const DRAFT = "enhet:draft:";
const WEEK = 7 * 24 * 3600 * 1000;

// Storage may be full or switched off; then nothing is kept and nothing breaks.
export const kept = {
  read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      return;
    }
  },
  drop(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      return;
    }
  },
  keys(start) {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(start));
    } catch {
      return [];
    }
  },
};

const draftName = (form) => root.dataset.account && `${DRAFT}${root.dataset.account}:${form.dataset.draft}`;
const isChoice = (field) => field.type === "radio" || field.type === "checkbox";
const fieldName = (field) => (isChoice(field) ? `${field.name}=${field.value}` : field.name);
const NEVER = ["hidden", "password", "file", "submit", "button", "image", "reset"];

function fieldsOf(form) {
  return [...form.elements].filter(
    (field) => field.name && "value" in field && !NEVER.includes(field.type) && !("noDraft" in field.dataset),
  );
}

// What the server gave the field, which a draft may only replace while it is unchanged.
function given(field) {
  if (isChoice(field)) return field.defaultChecked;
  if (field.options) return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value ?? "";
  return field.defaultValue;
}

const valueOf = (field) => (isChoice(field) ? field.checked : field.value);

function keepDraft(form) {
  const name = draftName(form);
  if (!name) return;
  const changed = fieldsOf(form).filter((field) => valueOf(field) !== given(field));
  if (changed.length === 0) return kept.drop(name);
  const fields = Object.fromEntries(changed.map((field) => [fieldName(field), [valueOf(field), given(field)]]));
  kept.write(name, { at: Date.now(), fields });
}

function restoreDraft(form) {
  const draft = kept.read(draftName(form));
  if (!draft) return;
  for (const field of fieldsOf(form)) {
    const [value, base] = draft.fields[fieldName(field)] ?? [];
    const untouched = valueOf(field) === given(field) && (given(field) === base || given(field) === "");
    if (value === undefined || !untouched || value === valueOf(field)) continue;
    if (isChoice(field)) field.checked = value;
    else field.value = value;
    field.dispatchEvent(new Event(isChoice(field) || field.options ? "change" : "input", { bubbles: true }));
  }
}

// The server names the drafts whose text it has.
export function forgetSaved(page = document) {
  for (const key of (page.documentElement.dataset.savedDraft ?? "").split(" ").filter(Boolean)) {
    kept.drop(`${DRAFT}${root.dataset.account}:${key}`);
  }
}

export function restoreDrafts() {
  all("form[data-draft]").forEach(restoreDraft);
  const any = kept.keys(DRAFT).length > 0;
  for (const notice of all("[data-draft-kept]")) notice.hidden = !any;
}

function dropOld() {
  for (const key of kept.keys(DRAFT)) {
    if (!(kept.read(key)?.at > Date.now() - WEEK)) kept.drop(key);
  }
}

export function watchDrafts() {
  const waiting = new Set();
  const keepAll = () => {
    waiting.forEach((form) => form.isConnected && keepDraft(form));
    waiting.clear();
  };
  const keepSoon = settled(keepAll, 300);
  const touched = (_, form) => {
    waiting.add(form);
    keepSoon();
  };
  on("input", "form[data-draft]", touched);
  on("change", "form[data-draft]", touched);
  on("submit", "form[data-draft]", keepAll, true);
  addEventListener("pagehide", keepAll);
  document.addEventListener("visibilitychange", keepAll);
  dropOld();
  forgetSaved();
  restoreDrafts();
}
