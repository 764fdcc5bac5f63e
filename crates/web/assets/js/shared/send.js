// Asking the server without leaving the page: the same addresses and the same answers as the browser's own asking.

import { all, here, one, root } from "./dom.js";
import { forgetSaved, restoreDrafts } from "./drafts.js";

export const PART = "x-enhet-part";
export const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

// The answer to a POST, told of the way in bytes; `fetch` cannot tell that.
export function post(url, body, part, progress) {
  return new Promise((done, failed) => {
    const ask = new XMLHttpRequest();
    ask.open("POST", url);
    ask.setRequestHeader(PART, part);
    ask.setRequestHeader("accept", "text/html");
    if (progress) ask.upload.addEventListener("progress", progress);
    ask.addEventListener("load", () => done({ status: ask.status, url: ask.responseURL, page: parsed(ask.responseText) }));
    for (const end of ["error", "abort", "timeout"]) ask.addEventListener(end, () => failed(new Error(end)));
    ask.send(body);
  });
}

// What the browser would send for this form and button.
export function bodyOf(form, button) {
  const data = new FormData(form, button);
  return form.enctype === "multipart/form-data" ? data : new URLSearchParams(data);
}

export const actionOf = (form, button) => (button?.hasAttribute("formaction") ? button.formAction : form.action);

// What a refusal says where no form is shown again.
export const refusalIn = (page) => (one("[data-part] .notice", page) ?? one("[data-part] h1, #main h1", page))?.textContent.trim();

let shown = here();

// Shows a whole page that has been fetched. `url` is left out when the address stays, as for a form with errors.
export function arrive(page, url) {
  const style = (of) => one("link[rel=stylesheet]", of)?.getAttribute("href");
  if (style(page) !== style(document)) {
    if (url) location.assign(url);
    else location.reload();
    return;
  }
  if (url && url !== location.href) history.pushState(null, "", url);
  shown = here();
  takeHead(page);
  document.body.replaceWith(page.body);
  restoreDrafts();
  const target = one(".errsum") ?? one("[autofocus]") ?? one("#main");
  target?.focus({ preventScroll: true });
  if (location.hash) one(location.hash)?.scrollIntoView();
  else scrollTo(0, 0);
  document.dispatchEvent(new Event("enhet:fresh"));
}

// Title, settings of the reader and the token of a fetched page become this page's.
export function takeHead(page) {
  forgetSaved(page);
  document.title = page.title;
  for (const { name, value } of [...page.documentElement.attributes]) {
    if (name !== "class") root.setAttribute(name, value);
  }
  if (!page.documentElement.hasAttribute("data-saved-draft")) root.removeAttribute("data-saved-draft");
  const token = one("meta[name=csrf]", page);
  if (token) all("meta[name=csrf]").forEach((meta) => (meta.content = token.content));
}

// Pages that script has put in the history are asked for again when the reader goes back to them.
export function watchHistory() {
  addEventListener("popstate", () => {
    if (here() !== shown) location.reload();
  });
}
