/** The public pages' script. Everything works without it; with it nobody leaves the page to write. */
import { composeInPlace } from "./compose";
import { wakeTheme } from "./theme";
import { nameTheReader } from "./who";

wakeTheme();
composeInPlace();
void nameTheReader();
