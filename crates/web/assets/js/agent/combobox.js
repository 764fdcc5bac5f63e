// A text field over a list that the server fills (ARIA combobox with listbox). The focus stays in the field; the first
// answer is chosen at once, arrows choose another, Enter and Tab take it, Escape shuts the list.

import { make, on, one, root, settled } from "../shared/dom.js";
import { say } from "./announce.js";
import { get } from "./ask.js";

const TYPING = 140;
const states = new WeakMap();
const uses = [];

// Registers a kind of combobox: `selector` of its field, `rows(text, signal)` giving its options, `take(field, option)`.
export const combobox = (use) => uses.push(use);

const useOf = (field) => uses.find((use) => field.matches(use.selector));
const listOf = (field) => document.getElementById(field.getAttribute("aria-controls"));
const optionsOf = (field) => [...(listOf(field)?.querySelectorAll("[role=option]") ?? [])];
const stateOf = (field) => {
  if (!states.has(field)) states.set(field, { round: 0, active: null });
  return states.get(field);
};
const fieldOf = (option) => {
  const field = one(`[role=combobox][aria-controls="${option.closest("[role=listbox]")?.id}"]`);
  return field && useOf(field) ? field : null;
};
const isOpen = (field) => field.getAttribute("aria-expanded") === "true";

function choose(field, option) {
  const state = stateOf(field);
  state.active?.setAttribute("aria-selected", "false");
  state.active = option ?? null;
  if (!option) return field.removeAttribute("aria-activedescendant");
  option.setAttribute("aria-selected", "true");
  field.setAttribute("aria-activedescendant", option.id);
  option.scrollIntoView({ block: "nearest" });
  return undefined;
}

export function shutList(field) {
  const list = listOf(field);
  const state = stateOf(field);
  state.round += 1;
  state.waiting?.abort();
  choose(field, null);
  field.setAttribute("aria-expanded", "false");
  if (list) {
    list.replaceChildren();
    list.hidden = true;
  }
}

function fillList(field, nodes, options) {
  const list = listOf(field);
  if (!list) return;
  const sentence = nodes.find((node) => node.dataset?.say)?.dataset.say;
  options.forEach((option, index) => {
    option.id ||= `${list.id}-${index}`;
    option.setAttribute("aria-selected", "false");
    option.tabIndex = -1;
  });
  list.replaceChildren(...options);
  list.hidden = options.length === 0;
  field.setAttribute("aria-expanded", String(options.length > 0));
  choose(field, options[0]);
  if (sentence) say(sentence);
}

export async function ask(field) {
  const use = useOf(field);
  const state = stateOf(field);
  state.waiting?.abort();
  state.waiting = new AbortController();
  const round = (state.round += 1);
  try {
    const nodes = await use.rows(field.value.trim(), state.waiting.signal, field);
    if (round !== state.round) return;
    const options = nodes.filter((node) => node.getAttribute?.("role") === "option");
    if (document.activeElement === field) fillList(field, nodes, options);
    // Who wrote a name and went on before the list came has chosen when only one answers to it.
    else if (state.eager && options.length === 1) use.take(field, options[0], true);
  } catch {
    // The next key asks again, and Enter still sends the form.
    if (round === state.round) shutList(field);
  } finally {
    if (round === state.round) state.due = state.eager = false;
  }
}

const askSoon = settled(ask, TYPING);

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

function steer(event, field) {
  if (!useOf(field) || event.isComposing) return;
  const options = optionsOf(field);
  const { active } = stateOf(field);
  if (event.key in STEPS && !event.altKey) {
    event.preventDefault();
    if (!isOpen(field)) return void ask(field);
    const at = options.indexOf(active) + STEPS[event.key];
    choose(field, options[(at + options.length) % options.length]);
  } else if (event.key === "Enter" && isOpen(field) && active && !event.ctrlKey) {
    event.preventDefault();
    useOf(field).take(field, active);
  } else if (event.key === "Tab" && isOpen(field) && active && !field.closest("#palette")) {
    useOf(field).take(field, active);
  } else if (event.key === "Enter" && stateOf(field).due && field.closest("[data-combo]") && !event.ctrlKey) {
    event.preventDefault();
    stateOf(field).eager = true;
    field.dispatchEvent(new CustomEvent("enhet:taken", { bubbles: true }));
  } else if (event.key === "Tab") {
    stateOf(field).eager = stateOf(field).due;
  } else if (event.key === "Escape" && isOpen(field) && !field.closest("#palette")) {
    event.preventDefault();
    shutList(field);
  }
}

// The rows of a fetched fragment, as nodes of this document.
export async function fetchRows(url, signal) {
  const { status, page } = await get(url, "options", signal);
  if (status >= 400) throw new Error(String(status));
  return [...page.body.querySelectorAll("[role=option],[data-say]")].map((node) => document.adoptNode(node));
}

export const queryOf = (url, values) => `${url}${url.includes("?") ? "&" : "?"}${new URLSearchParams(values)}`;

function setValue(field, value) {
  const hidden = one("input[type=hidden]", field.closest("[data-combo]"));
  if (!hidden || hidden.value === value) return;
  hidden.value = value;
  hidden.dispatchEvent(new Event("change", { bubbles: true }));
}

// A field of a form: the option's value goes into the hidden field beside it.
const formField = {
  selector: "[data-combo] [role=combobox]",
  rows: (text, signal, field) => (text ? fetchRows(queryOf(field.closest("[data-combo]").dataset.combo, { q: text }), signal) : []),
  take(field, option, later) {
    field.value = option.dataset.text ?? option.textContent.trim();
    shutList(field);
    setValue(field, option.dataset.value ?? "");
    if (!later) field.dispatchEvent(new CustomEvent("enhet:taken", { bubbles: true }));
  },
};

export function watchComboboxes() {
  combobox(formField);
  on("input", "[role=combobox]", (event, field) => {
    if (!useOf(field) || !event.isTrusted) return;
    if (field.closest("[data-combo]")) setValue(field, "");
    // The list is about what was written before: Enter must not take from it.
    choose(field, null);
    Object.assign(stateOf(field), { due: field.value.trim() !== "", eager: false });
    askSoon(field);
  });
  on("keydown", "[role=combobox]", steer);
  // Pressing an option must not take the focus from the field.
  on("pointerdown", "[role=listbox]", (event) => event.preventDefault());
  on("mousedown", "[role=listbox]", (event) => event.preventDefault());
  // One row is marked: the hand and the arrows move the same mark.
  on("pointermove", "[role=option]", (_, option) => {
    const field = fieldOf(option);
    if (field && stateOf(field).active !== option) choose(field, option);
  });
  on("click", "[role=option]", (event, option) => {
    const field = fieldOf(option);
    if (!field || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    useOf(field).take(field, option);
  });
  on("focusout", "[role=combobox]", (_, field) => {
    if (useOf(field) && !field.closest("#palette") && !stateOf(field).eager) shutList(field);
  });
}

// A row made here rather than by the server.
export const rowOf = (word, text, more = {}) =>
  make("div", { role: "option", ...more }, make("span", { class: "word" }, word), make("b", {}, text));

export const fold = (text) => text.toLocaleLowerCase(root.lang || "sv").normalize("NFD").replace(/[\u0300-\u036f-]/g, "");
