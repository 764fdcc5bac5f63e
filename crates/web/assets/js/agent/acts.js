// What a list lets one do with its current row, or with the rows that are marked.

import { all, one } from "../shared/dom.js";
import { addressOf, fetchDialog } from "./dialogs.js";
import { markedNumbers } from "./marks.js";
import { keyed } from "./press.js";
import { currentRow } from "./rows.js";

function pressForRow(element, number) {
  const real = element.cloneNode(true);
  const attribute = real.localName === "form" ? "action" : "href";
  real.setAttribute(attribute, real.getAttribute(attribute).replace("{nr}", number));
  if (real.localName === "form") {
    real.hidden = true;
    document.body.append(real);
    real.requestSubmit();
    real.remove();
  } else if ("opens" in real.dataset) fetchDialog(real.href);
  else location.assign(real.href);
}

// A button for many, used on the current row alone.
function pressBulkForRow(button, row) {
  if ((button.formMethod || button.form.method) === "get") {
    const address = new URL(addressOf(button));
    address.searchParams.delete("nr");
    address.searchParams.append("nr", row.dataset.number);
    return "opens" in button.dataset ? fetchDialog(address.href) : location.assign(address.href);
  }
  const box = one("[data-mark]", row);
  box.checked = true;
  button.click();
  box.checked = false;
  return undefined;
}

// Whether the list had something for the letter.
export function pressInList(key) {
  const forMany = one(`[data-bulk] ${keyed(key)}`);
  if (markedNumbers().length > 0) {
    forMany?.click();
    return Boolean(forMany);
  }
  const row = currentRow();
  if (!row) return false;
  const forRow = one(`[data-row-acts] ${keyed(key)}, [data-row-acts]${keyed(key)}`);
  if (forRow) pressForRow(forRow, row.dataset.number);
  else if (forMany) pressBulkForRow(forMany, row);
  return Boolean(forRow ?? forMany);
}

// The acts that a letter, or the palette, reaches now: one for each letter.
export function listActs() {
  const marked = markedNumbers().length > 0;
  if (!marked && !currentRow()) return [];
  const acts = all(marked ? "[data-bulk] [data-key]" : "[data-row-acts] [data-key], [data-bulk] [data-key]");
  return acts.filter((act, index) => acts.findIndex((other) => other.dataset.key === act.dataset.key) === index);
}
