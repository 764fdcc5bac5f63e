// Single keys, the same in list and ticket: a letter presses what carries it. Never inside a field; off when the
// reader has said so. None needs Shift or AltGr on a Swedish keyboard but `?`.

import { all, one, root } from "../shared/dom.js";
import { pressInList } from "./acts.js";
import { openDialog } from "./announce.js";
import { hold, isComing, show } from "./dialogs.js";
import { mark, unmarkAll } from "./marks.js";
import { openPalette } from "./palette.js";
import { isText, keyed, pageKeys, press } from "./press.js";
import { isDockOpen, shutDock } from "./quick.js";
import { currentRow, linkOf, rows, step } from "./rows.js";

const GO_WAIT = 1500;
let goUntil = 0;

// Whether the letter did something.
function letter(key) {
  const dialog = openDialog();
  if (dialog) {
    const inDialog = one(keyed(key), dialog);
    if (inDialog) press(inDialog);
    return Boolean(inDialog);
  }
  if (rows().length > 0) {
    if (key === "j" || key === "k") return step(key === "j" ? 1 : -1), true;
    if (key === "x") return mark(currentRow()), true;
    if (pressInList(key)) return true;
  }
  const onPage = pageKeys().find((element) => element.dataset.key === key);
  if (onPage) press(onPage);
  return Boolean(onPage);
}

function goTo(key) {
  goUntil = 0;
  const link = all("[data-go]").find((element) => element.dataset.go.toLowerCase() === key);
  link?.click();
  return Boolean(link);
}

function single(event) {
  const key = event.key.toLowerCase();
  if (isComing() && key.length === 1) {
    hold(event.key);
    return true;
  }
  if (event.repeat && key !== "j" && key !== "k") return false;
  if (!openDialog()) {
    if (performance.now() < goUntil) return goTo(key);
    if (key === "g") {
      goUntil = performance.now() + GO_WAIT;
      return true;
    }
    if (key === "?") {
      const help = one("#shortcuts");
      if (help) show(help);
      return Boolean(help);
    }
  }
  return key.length === 1 && letter(key);
}

// Enter opens the current row also when nothing, or its box, has the focus.
function enter(target) {
  const row = target.closest("[data-mark]") ? target.closest("[data-row]") : currentRow();
  const free = target === document.body || target.id === "main" || target.closest("[data-mark]");
  if (!row || !free || openDialog()) return false;
  linkOf(row)?.click();
  return true;
}

// Escape leaves: the field, the panel, the marks, in that order.
function escape(target) {
  if (openDialog()) return false;
  if (isDockOpen()) return shutDock(), true;
  if (isText(target) || target.matches?.("input[type=radio],input[type=file]")) {
    const link = currentRow() && linkOf(currentRow());
    if (link) link.focus({ preventScroll: true });
    else target.blur();
    return true;
  }
  return unmarkAll();
}

function chord(event) {
  if (event.key.toLowerCase() === "k" && !event.shiftKey) return openPalette();
  const form = event.key === "Enter" && event.target.closest?.("form");
  if (!form || form.method !== "post") return false;
  const named = one(`[data-chord="${event.shiftKey ? "shift+enter" : "enter"}"]`, form);
  const button = named ?? (event.shiftKey ? null : one("[type=submit],button:not([type])", form));
  if (!button && event.shiftKey) return false;
  form.requestSubmit(button ?? undefined);
  return true;
}

function handle(event) {
  const { target } = event;
  if (event.defaultPrevented || event.isComposing || event.altKey || !(target instanceof Element)) return;
  let taken;
  if (event.ctrlKey || event.metaKey) taken = chord(event);
  else if (event.key === "Escape") taken = escape(target);
  else if (event.key === "Enter") taken = enter(target);
  else if (root.dataset.shortcuts !== "off" && !isText(target)) taken = single(event);
  if (taken) event.preventDefault();
}

// A letter that was pressed while the dialog was fetched presses it there, or is written where the dialog put the focus.
function late({ detail: key, target }) {
  const pressed = one(keyed(key.toLowerCase()), target);
  const field = document.activeElement;
  if (pressed) press(pressed);
  else if (isText(field) && field.setRangeText) field.setRangeText(key, field.selectionStart, field.selectionEnd, "end");
}

export function watchKeys() {
  document.addEventListener("keydown", handle);
  document.addEventListener("enhet:key", late);
}
