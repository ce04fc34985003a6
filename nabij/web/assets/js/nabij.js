// All of this is comfort: every page can be read and every form sent without it.
import { clearDrafts, keepDrafts, sendDraftsOnLeaving } from "./drafts.js";
import { foldOnEscape } from "./folds.js";
import { focusFirstError, showWhatWentWrong } from "./errors.js";
import { usePasskeys } from "./passkeys.js";
import { moveTies, printOnTap } from "./ringmap.js";
import { selectAll } from "./selecting.js";

clearDrafts(document);
keepDrafts(document);
sendDraftsOnLeaving();
foldOnEscape(document);
focusFirstError(document);
showWhatWentWrong(document);
selectAll(document);
usePasskeys(document);
moveTies(document);
printOnTap(document);

document.addEventListener("htmx:afterSwap", (event) => {
  clearDrafts(event.target);
  keepDrafts(event.target);
  focusFirstError(event.target);
});
