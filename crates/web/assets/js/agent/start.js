// The work room. The order matters where several listen for the same key: what is nearest the hand comes first.

import { on, one, root } from "../shared/dom.js";
import { watchDrafts } from "../shared/drafts.js";
import { watchFiles } from "../shared/files.js";
import { watchForms } from "../shared/forms.js";
import { watchPopups } from "../shared/popups.js";
import { watchHistory } from "../shared/send.js";
import { watchToasts } from "../shared/toast.js";
import { watchComboboxes } from "./combobox.js";
import { watchComposer } from "./composer.js";
import { watchDialogs } from "./dialogs.js";
import { watchKeys } from "./keyboard.js";
import { watchLive } from "./live.js";
import { watchMarks } from "./marks.js";
import { watchPalette } from "./palette.js";
import { watchPresence } from "./presence.js";
import { watchQuick } from "./quick.js";
import { watchRows } from "./rows.js";
import { watchSwaps } from "./swap.js";

// Shows or hides a part of the page, as the filter, and goes into it.
function toggle(event, element) {
  const part = document.getElementById(element.getAttribute("aria-controls"));
  if (!part) return;
  event.preventDefault();
  part.dataset.local = "";
  part.hidden = !part.hidden;
  element.setAttribute("aria-expanded", String(!part.hidden));
  if (!part.hidden) one("input:not([type=hidden]),select,textarea,a,button", part)?.focus();
}

root.classList.add("js");
watchForms();
watchFiles();
watchPopups();
watchToasts();
watchHistory();
on("click", "[data-toggle]", toggle);
watchComboboxes();
watchSwaps();
watchDialogs();
watchRows();
watchMarks();
watchComposer();
watchQuick();
watchPalette();
watchKeys();
watchDrafts();
watchLive();
watchPresence();
