/** The public pages' script. Everything works without it; with it nobody leaves the page to write. */
import { wakeCards } from "./cards";
import { composeInPlace } from "./compose";
import { wakeMargin } from "./margin";
import { narrowByKeys } from "./narrow";
import { listenForNews } from "./news";
import { offerWords } from "./offer";
import { foldThreads, wakePassages } from "./passages";
import { tapSentences } from "./tap-sentence";
import { wakeTheme } from "./theme";
import { unfoldInPlace } from "./unfold";
import { onWidth } from "./wide";
import { greetReader } from "./who";

wakeTheme();
wakeCards();
wakePassages();
foldThreads();
onWidth(foldThreads);
wakeMargin();
unfoldInPlace();
composeInPlace();
offerWords();
narrowByKeys();
tapSentences();
listenForNews();
void greetReader();
