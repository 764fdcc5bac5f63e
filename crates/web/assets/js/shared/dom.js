// Finding elements and listening for them. Everything listens on the document, so that content which is fetched
// later needs no start-up of its own.

export const root = document.documentElement;
export const one = (selector, within = document) => within.querySelector(selector);
export const all = (selector, within = document) => [...within.querySelectorAll(selector)];

// Calls `act(event, element)` when the event reaches an element that the selector names.
export function on(type, selector, act, options) {
  document.addEventListener(type, (event) => {
    const element = event.target instanceof Element && event.target.closest(selector);
    if (element) act(event, element);
  }, options);
}

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// Runs `act` once the calls have paused for `pause` milliseconds.
export function settled(act, pause) {
  let timer;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(act, pause, ...args);
  };
}

// A sentence from the server with its `{name}` filled in.
export const fill = (sentence, values) =>
  (sentence ?? "").replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

export const here = () => location.pathname + location.search;
