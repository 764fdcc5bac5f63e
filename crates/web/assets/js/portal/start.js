// The reading room: drafts, one sending per press, files that tell how far they have come.

import { root } from "../shared/dom.js";
import { watchDrafts } from "../shared/drafts.js";
import { watchFiles } from "../shared/files.js";
import { watchForms } from "../shared/forms.js";
import { watchPopups } from "../shared/popups.js";
import { watchHistory } from "../shared/send.js";
import { watchToasts } from "../shared/toast.js";

root.classList.add("js");
watchForms();
watchFiles();
watchPopups();
watchToasts();
watchHistory();
watchDrafts();
