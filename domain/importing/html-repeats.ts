import { closestOf, namesOf } from "./html-elements";
import type { Found } from "./html-found";
import { plain } from "./html-title";

/** A quotation shorter than this, in code units, may be a refrain. */
const shortestPullQuote = 20;

/** No article pulls out more quotes; each is looked for in all of it. */
const mostPullQuotes = 200;

/** A law repeats a sentence, a debate its forms; a page that holds its text twice, once for phones, repeats several in a row. */
const fewestInARow = 3;

/** Without what says again what the text says: pull quotes, and the text itself where a page holds it twice. */
export function withoutRepeats(found: Found[], drop: (one: Found) => void): Found[] {
  const texts = found.map(({ block }) => plain(block.text));
  const again = secondRuns(texts);
  const whole = texts.join("\n");
  let quotes = 0;
  return found.filter((one, at) => {
    const text = texts[at] ?? "";
    const mayBePulled = (one.block.kind === "quotation" || isPullQuote(one)) && text.length >= shortestPullQuote && (quotes += 1) <= mostPullQuotes;
    const isLeft = again.has(at) || (mayBePulled && isElsewhere(whole, text));
    if (isLeft) drop(one);
    return !isLeft;
  });
}

/** The places of texts that say again, in the same order, what a run of texts before them said; and of one that repeats the text right before it. */
function secondRuns(texts: string[]): Set<number> {
  const first = new Map<string, number>();
  const again = new Set<number>();
  let run: number[] = [];
  const end = () => {
    if (run.length >= fewestInARow) run.forEach((at) => again.add(at));
    run = [];
  };
  for (const [at, text] of texts.entries()) {
    const before = first.get(text);
    const follows = before !== undefined && run.length > 0 && first.get(texts[at - 1] ?? "") === before - 1;
    if (!follows) end();
    if (before === undefined) first.set(text, at);
    else {
      run.push(at);
      if (before === at - 1 && text.length >= shortestPullQuote) again.add(at);
    }
  }
  end();
  return again;
}

/** Whether a text is part of another's, and not only a block of its own that is said again. */
function isElsewhere(whole: string, text: string): boolean {
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + text.length)) {
    const isBlock = (at === 0 || whole[at - 1] === "\n") && (at + text.length === whole.length || whole[at + text.length] === "\n");
    if (!isBlock) return true;
  }
  return false;
}

const pullQuoteAround = closestOf((one) => namesOf(one).some((name) => /^(?:pullquote|pull|quote)$/.test(name)));
const isPullQuote = ({ element }: Found) => pullQuoteAround(element) !== null;
