import { closest, namesOf } from "./html-elements";
import { plain } from "./html-title";
import type { Found } from "./html-walk";

/** A repetition shorter than this, in code units, may be a refrain. */
const shortestRepeat = 20;

/** Without what says again what the text says: pull quotes, and the text itself where a page holds it twice. */
export function withoutRepeats(found: Found[], drop: (one: Found) => void): Found[] {
  const texts = found.map(({ block }) => plain(block.text));
  const whole = texts.join("\n");
  const seen = new Set<string>();
  return found.filter((one, at) => {
    const text = texts[at] ?? "";
    const { kind } = one.block;
    if (text.length < shortestRepeat || kind === "table-row" || kind === "footnote") return true;
    const isAgain = seen.has(text);
    seen.add(text);
    const isPulled = !isAgain && (kind === "quotation" || isPullQuote(one)) && isElsewhere(whole, text);
    if (isAgain || isPulled) drop(one);
    return !isAgain && !isPulled;
  });
}

/** Whether a text is part of another's, and not only a block of its own that is said again. */
function isElsewhere(whole: string, text: string): boolean {
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + text.length)) {
    const isBlock = (at === 0 || whole[at - 1] === "\n") && (at + text.length === whole.length || whole[at + text.length] === "\n");
    if (!isBlock) return true;
  }
  return false;
}

const isPullQuote = ({ element }: Found) => closest(element, (one) => namesOf(one).some((name) => /^(?:pullquote|pull|quote)$/.test(name))) !== null;
