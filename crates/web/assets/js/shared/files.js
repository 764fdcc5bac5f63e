// Chosen files: listed with their size, taken away one by one, refused before they are sent when they are too large,
// and followed while they go.

import { fill, make, on, one, root } from "./dom.js";
import { released } from "./forms.js";
import { actionOf, arrive, bodyOf, post, refusalIn } from "./send.js";

const chosen = new WeakMap();

// As the server says it: a kilobyte is a thousand.
function sizeWords(bytes) {
  const unit = bytes < 1e6 ? "kB" : "MB";
  const value = unit === "kB" ? Math.ceil(bytes / 1e3) : bytes / 1e6;
  return `${new Intl.NumberFormat(root.lang || "sv", { maximumFractionDigits: 1 }).format(value)}\u00a0${unit}`;
}

const isSame = (a, b) => a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

// The reason why a file is not taken, in the server's words; nothing when it is taken.
function refusalOf(file, input, count) {
  const { maxBytes, tooLarge, maxFiles, tooMany } = input.dataset;
  if (maxBytes && file.size > Number(maxBytes)) {
    return fill(tooLarge, { name: file.name, size: sizeWords(file.size), max: sizeWords(Number(maxBytes)) });
  }
  if (maxFiles && count >= Number(maxFiles)) return fill(tooMany, { name: file.name, max: maxFiles });
  return "";
}

function takeFiles(input) {
  const files = input.multiple ? [...(chosen.get(input) ?? [])] : [];
  const refusals = [];
  for (const file of input.files) {
    if (files.some((other) => isSame(other, file))) continue;
    const refusal = refusalOf(file, input, files.length);
    if (refusal) refusals.push(refusal);
    else files.push(file);
  }
  setFiles(input, files);
  showRefusals(input, refusals);
}

function setFiles(input, files) {
  const carrier = new DataTransfer();
  files.forEach((file) => carrier.items.add(file));
  input.files = carrier.files;
  chosen.set(input, files);
  const list = one(`[data-files-for="${input.id}"]`);
  list?.replaceChildren(...files.map((file) => fileLine(input, file)));
}

function fileLine(input, file) {
  const remove = make("button", { type: "button", class: "btn sm" }, input.dataset.remove ?? "×", make("span", { class: "sr" }, ` ${file.name}`));
  remove.addEventListener("click", () => {
    setFiles(input, chosen.get(input).filter((other) => other !== file));
    showRefusals(input, []);
    input.focus();
  });
  return make("li", {}, make("b", {}, file.name), make("span", { class: "meta num" }, sizeWords(file.size)), remove);
}

function showRefusals(input, refusals) {
  const place = one(`[data-files-error="${input.id}"]`);
  if (!place) return;
  place.hidden = refusals.length === 0;
  (one("[data-text]", place) ?? place).textContent = refusals.join(" ");
}

// Tells the form's progress line how far its files have come, once a second: it is read aloud.
export function progressOf(form) {
  const line = one("[data-progress]", form);
  if (!line || !form.dataset.sending) return undefined;
  let last = 0;
  return ({ loaded, total }) => {
    if (Date.now() - last < 1000 && loaded < total) return;
    last = Date.now();
    line.hidden = false;
    line.textContent = fill(form.dataset.sending, { done: sizeWords(loaded), total: sizeWords(total) });
  };
}

export const hasFiles = (form) => [...form.elements].some((field) => field.type === "file" && field.files.length > 0);

// A form with files is sent by script so that the way can be told; without files the browser sends it.
async function sendWithProgress(event, form) {
  if (event.defaultPrevented || form.hasAttribute("data-swap") || !hasFiles(form)) return;
  event.preventDefault();
  const button = event.submitter;
  const line = one("[data-progress]", form);
  try {
    const { page, status, url } = await post(actionOf(form, button), bodyOf(form, button), "page", progressOf(form));
    if (status < 400) arrive(page, url);
    else if (one("main form", page)) arrive(page);
    else if (line) line.textContent = refusalIn(page) ?? "";
  } catch {
    if (line) line.textContent = root.dataset.offline ?? "";
  } finally {
    released(form);
  }
}

export function watchFiles() {
  on("change", "input[type=file]", (_, input) => takeFiles(input));
  on("submit", "form[data-sending]", sendWithProgress);
  on("reset", "form", (_, form) => {
    for (const input of form.querySelectorAll("input[type=file]")) {
      setFiles(input, []);
      showRefusals(input, []);
    }
  });
}
