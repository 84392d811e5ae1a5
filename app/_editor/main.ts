/** The editors' script. Everything works without it; with it the text is corrected where it stands, by keyboard too. */
import { wakeBar } from "../_reader/bar";
import { wakeTheme } from "../_reader/theme";
import { wakeChooseWords } from "./choose-words";
import { wakeCursor } from "./cursor";
import { wakeForms } from "./forms";
import { followImport } from "./importing";
import { wakeKeys } from "./press";
import { wakeReview } from "./review";

wakeTheme();
wakeReview();
wakeChooseWords();
wakeBar();
followImport();
if (document.querySelector("[data-draft]")) {
  wakeCursor();
  wakeForms();
  wakeKeys();
}
