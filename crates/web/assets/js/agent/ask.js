// Asking for a page, or a part of it, to show in the one that stands here.

import { one } from "../shared/dom.js";
import { PART, parsed } from "../shared/send.js";

// The answer to a GET. `part` names what is wanted of the page, for a server that cares to answer less.
export async function get(url, part, signal) {
  const answer = await fetch(url, { headers: { [PART]: part, accept: "text/html" }, signal, credentials: "same-origin" });
  return { status: answer.status, url: answer.url, page: parsed(await answer.text()) };
}

export const csrf = () => one("meta[name=csrf]")?.content ?? "";

// A region that is waited for says so at once to assistive technology and dims when it takes noticeable time.
export function busy(element) {
  const timer = setTimeout(() => {
    element.classList.add("is-busy");
    element.setAttribute("aria-busy", "true");
  }, 300);
  return () => {
    clearTimeout(timer);
    element.classList.remove("is-busy");
    element.removeAttribute("aria-busy");
  };
}
