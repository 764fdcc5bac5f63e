// Changes what stands on the page into what the server now says, touching only what differs. Focus, scroll, open
// popups, marks and typed text stay: a field that the reader has changed is the reader's.

const UNTOUCHED = "[data-keep],[role=listbox],[data-files-for],[data-presence],#toasts,#say";
const READERS = new Set(["open", "aria-expanded", "aria-activedescendant"]);

export function morph(old, fresh, letGo = false) {
  const focused = document.activeElement;
  const selection = selectionOf(focused);
  const ids = new Set([...fresh.querySelectorAll("[id]")].map(idOf));
  const turn = { old, ids, letGo, later: new Set() };
  morphElement(old, fresh, turn);
  for (const node of turn.later) leave(node, letGo);
  // Moving an element in the tree takes the focus from it; it is given back, never given anew.
  for (const gone of old.querySelectorAll(".is-gone")) if (!gone.contains(focused)) gone.remove();
  if (focused !== document.activeElement && focused?.isConnected && old.contains(focused)) {
    focused.focus({ preventScroll: true });
    if (selection) focused.setSelectionRange(...selection);
  }
}

function selectionOf(field) {
  try {
    return field?.selectionStart == null ? null : [field.selectionStart, field.selectionEnd, field.selectionDirection];
  } catch {
    return null;
  }
}

function morphElement(old, fresh, turn) {
  if (old.matches(UNTOUCHED) || old.isEqualNode(fresh)) return;
  const clean = isClean(old);
  if (!("local" in old.dataset)) morphAttributes(old, fresh);
  if (old.localName === "textarea") {
    if (old.defaultValue !== fresh.defaultValue) old.defaultValue = fresh.defaultValue;
  } else {
    const value = old.value;
    morphChildren(old, fresh, turn);
    if (old.localName === "select") settleSelect(old, clean, value);
  }
  if (clean) settleField(old);
}

function morphAttributes(old, fresh) {
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !READERS.has(name) && name !== "class") old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (name !== "class" && !READERS.has(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  const ours = [...old.classList].filter((name) => name.startsWith("is-") && name !== "is-gone");
  const classes = [...fresh.classList, ...ours].join(" ");
  if (old.getAttribute("class") !== classes && (classes || old.hasAttribute("class"))) old.setAttribute("class", classes);
}

const standard = (select) => ([...select.options].find((option) => option.defaultSelected) ?? select.options[0])?.value;

// Whether a field still says what the server gave it.
function isClean(field) {
  if (field.localName === "select") return field.value === (standard(field) ?? "");
  if (field.type === "checkbox" || field.type === "radio") return field.checked === field.defaultChecked;
  return "defaultValue" in field && field.type !== "file" && field.value === field.defaultValue;
}

function settleField(field) {
  if (field.type === "checkbox" || field.type === "radio") field.checked = field.defaultChecked;
  else if ("defaultValue" in field && field.value !== field.defaultValue) field.value = field.defaultValue;
}

function settleSelect(select, clean, value) {
  select.value = clean ? (standard(select) ?? "") : value;
}

// Not `form.id`: a field named "id" would answer in its place.
const idOf = (element) => element.getAttribute("id");
const keyOf = (node) => (node.nodeType === 1 ? idOf(node) || node.dataset.number || "" : "");

// Pairs new children with old ones: by key, else the next of the same kind without a key.
function pair(old, fresh) {
  const keyed = new Map();
  for (const child of old.children) if (keyOf(child)) keyed.set(keyOf(child), child);
  const plain = [...old.childNodes].filter((child) => !keyOf(child));
  let from = 0;
  return fresh.map((child) => {
    const key = keyOf(child);
    if (key) {
      const match = keyed.get(key);
      keyed.delete(key);
      return match?.nodeName === child.nodeName ? match : undefined;
    }
    const at = plain.findIndex((other, index) => index >= from && other.nodeName === child.nodeName);
    if (at < 0) return undefined;
    from = at + 1;
    return plain[at];
  });
}

function morphChildren(old, fresh, turn) {
  const wanted = [...fresh.childNodes];
  const matches = pair(old, wanted).map((match, index) => match ?? stray(wanted[index], old, turn));
  const staying = new Set(matches);
  for (const child of [...old.childNodes]) {
    if (staying.has(child)) continue;
    // What the fresh content shows at another place waits until that place is reached.
    if (isAwaited(child, turn)) turn.later.add(child);
    else leave(child, turn.letGo);
  }
  let cursor = old.firstChild;
  wanted.forEach((child, index) => {
    const match = matches[index];
    while (cursor && cursor !== match && !staying.has(cursor)) cursor = cursor.nextSibling;
    if (!match) grow(old, child, cursor, turn);
    else if (match === cursor) cursor = cursor.nextSibling;
    else put(old, match, cursor);
    if (!match) return;
    staying.delete(match);
    turn.later.delete(match);
    if (match.nodeType === 1) morphElement(match, child, turn);
    else if (match.nodeValue !== child.nodeValue) match.nodeValue = child.nodeValue;
  });
}

// New content, which may hold what stands elsewhere in the old: that is moved into it, not made twice.
function grow(parent, child, before, turn) {
  const holds = child.nodeType === 1 && [...child.querySelectorAll("[id]")].map(idOf).some((id) => id && turn.old.querySelector(`#${CSS.escape(id)}`));
  const made = parent.insertBefore(document.importNode(child, !holds), before);
  if (holds) morphChildren(made, child, turn);
}

const isAwaited = (node, { ids }) =>
  node.nodeType === 1 && [node, ...node.querySelectorAll("[id]")].map(idOf).some((id) => id && ids.has(id));

// An element that stands elsewhere in the old content, as a row that comes into another group.
function stray(child, parent, { old }) {
  const found = child.nodeType === 1 && idOf(child) && old.querySelector(`#${CSS.escape(idOf(child))}`);
  return found && found.nodeName === child.nodeName && found !== parent && !found.contains(parent) ? found : undefined;
}

// `moveBefore` keeps focus and scroll; where it is missing `morph` gives the focus back.
function put(parent, node, before) {
  if (parent.moveBefore) parent.moveBefore(node, before);
  else parent.insertBefore(node, before);
}

// What has the focus waits until the reader leaves it, unless the reader caused the change.
function leave(node, letGo) {
  if (node.nodeType === 1) {
    if ("own" in node.dataset) return;
    if (!letGo && node.contains(document.activeElement)) {
      node.classList.add("is-gone");
      node.addEventListener("focusout", () => setTimeout(() => node.classList.contains("is-gone") && node.remove()), { once: true });
      return;
    }
  }
  node.remove();
}
