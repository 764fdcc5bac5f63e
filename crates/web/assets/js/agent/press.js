// Letters on things: what carries a letter, and how each kind of thing is pressed.

import { all, one } from "../shared/dom.js";

export const keyed = (key) => `[data-key="${CSS.escape(key)}"]`;
export const isText = (element) =>
  element instanceof HTMLElement &&
  (element.isContentEditable || element.matches("textarea,select,input:not([type=checkbox],[type=radio],[type=button],[type=submit],[type=file])"));

// Presses a thing as its kind is pressed; a field is gone into.
export function press(element) {
  if (element.matches("form")) return element.requestSubmit();
  if (element.matches("textarea,select,input:not([type=radio],[type=checkbox],[type=submit])")) return element.focus();
  element.click();
  const popup = element.localName === "summary" && element.parentElement;
  if (popup && popup.open) one("input:not([type=hidden]),select,textarea,a,button", popup.lastElementChild)?.focus();
  if (element.type === "radio") one("textarea", element.form)?.focus();
  return undefined;
}

// What a letter may press on this page: visible, and not part of the list's own acts.
export const pageKeys = () =>
  all("[data-key]").filter((element) => element.checkVisibility() && !element.closest("dialog,[data-bulk],[data-row-acts]"));
