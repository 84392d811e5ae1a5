/** The moderators' script. Everything works without it; with it the queue is gone through by keyboard, and a slip is undone in time. */
import { wakeBar } from "../_reader/bar";
import { wakeTheme } from "../_reader/theme";
import { wakeItem } from "./item";
import { wakeForms } from "./forms";
import { wakeKeys } from "./press";
import { wakeReasons } from "./reasons";

wakeTheme();
wakeBar();
wakeReasons();
if (document.querySelector("[data-moderation]")) {
  wakeForms();
  wakeKeys();
  wakeItem();
}
