/** The editors' script. Everything works without it; with it the text is corrected where it stands, by keyboard too. */
import { wakeBar } from "../_reader/bar";
import { wakeTheme } from "../_reader/theme";
import { wakeCursor } from "./cursor";
import { wakeForms } from "./forms";
import { wakeKeys } from "./press";

wakeTheme();
wakeBar();
if (document.querySelector("[data-draft]")) {
  wakeCursor();
  wakeForms();
  wakeKeys();
}
