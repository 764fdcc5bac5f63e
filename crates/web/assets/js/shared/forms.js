// A form is sent once, however often its button is pressed. The button is never disabled: it keeps its focus and
// says by `aria-disabled` that the press was heard. The server checks the fields; nothing is checked twice here.

import { all, on, one } from "./dom.js";

const AGAIN = 8000;
const sending = new Map();

export function released(form) {
  sending.get(form)?.removeAttribute("aria-disabled");
  sending.delete(form);
}

export function watchForms() {
  on("submit", "form", (event, form) => {
    if (form.method !== "post") return;
    if (sending.has(form)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const button = event.submitter ?? form;
    sending.set(form, button);
    button.setAttribute("aria-disabled", "true");
    // A download leaves the page where it is, and a server that hangs must be possible to ask again.
    setTimeout(released, AGAIN, form);
  });
  // What is to be mended comes first, also for those who do not see where the page begins.
  one(".errsum")?.focus();
  addEventListener("pageshow", () => {
    [...sending.keys()].forEach(released);
    all("form [aria-disabled=true][type=submit]").forEach((button) => button.removeAttribute("aria-disabled"));
  });
}
