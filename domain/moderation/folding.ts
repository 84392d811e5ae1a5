/** A text as rules about words read it: what the eye takes for the same is the same, and each sign knows where it stood. */
import { skeletonOf } from "../names";
import { isBlank } from "../text";

/**
 * One sign of the text. `plain`: in lower case, without accents. `likenesses`: what else it may be meant for. `at`, `to`: code points of
 * the text. A sign that joins words to nothing (space, punctuation) has an empty `plain`.
 */
export type Sign = { plain: string; likenesses: readonly string[]; kind: Kind; at: number; to: number };
/** `letter`, `digit` stand within words; `disguise` may (a$$) or may not (really!); `wide`: a script that parts no words; `stop`: parts words for certain. */
type Kind = "letter" | "wide" | "digit" | "disguise" | "space" | "line" | "punctuation" | "stop";

/** What is written for letters. More than these stand for themselves too often. */
const WRITTEN_FOR: Record<string, readonly string[]> = { "0": ["o"], "1": ["i", "l"], "3": ["e"], "4": ["a"], "5": ["s"], "7": ["t"], "@": ["a"], $: ["s"], "!": ["i"], "€": ["e"] };

/** Accents of the scripts that have them as ornaments. The vowels of Hindi or the voicing of kana are other letters, and stay. */
const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

/** Nobody hides a word with them: Chinese punctuation ends a clause, and "he'll" is not one word. */
const STOPS = /^['"\u2018-\u201f\u2014\u2026\u3001-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/;

/** Scripts without spaces between words. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Enough for every letter of a text of any language; a text of more only takes longer. */
const REMEMBERED = 20_000;
const remembered = new Map<string, Omit<Sign, "at" | "to">[]>();

/** The signs of a text; zero-width ones are left out, combining marks go with their letter. "año" and "ano" are read as one. */
export function signsOf(text: string): Sign[] {
  const points = Array.from(text);
  const signs: Sign[] = [];
  for (let at = 0; at < points.length; ) {
    let to = at + 1;
    while (isMark(points[to])) to += 1;
    const written = to === at + 1 ? (points[at] ?? "") : points.slice(at, to).join("");
    for (const { plain, likenesses, kind } of signsFor(written)) signs.push({ plain, likenesses, kind, at, to });
    at = to;
  }
  return signs;
}

/** The first mark is U+0300; most texts have none, and are passed by without asking further. */
function isMark(point: string | undefined): boolean {
  return point !== undefined && point >= "\u0300" && /^\p{M}/u.test(point);
}

function signsFor(written: string): Omit<Sign, "at" | "to">[] {
  const known = remembered.get(written);
  if (known) return known;
  const made = madeFor(written);
  // Somebody's thousands of heaped marks shall not fill the memory.
  if (written.length <= 4 && remembered.size < REMEMBERED) remembered.set(written, made);
  return made;
}

/** Mostly one; a ligature gives several. */
function madeFor(written: string): Omit<Sign, "at" | "to">[] {
  if (/^\s/u.test(written) && !written.startsWith("\ufeff")) return [{ plain: "", likenesses: [], kind: written.startsWith("\n") ? "line" : "space" }];
  if (isBlank(written)) return [];
  if (STOPS.test(written)) return [{ plain: "", likenesses: [], kind: "stop" }];
  const plain = written.normalize("NFKC").toLowerCase().normalize("NFD").replace(ACCENTS, "").normalize("NFC");
  // A selector of variants goes with its sign and is seen as nothing.
  return Array.from(plain).filter((sign) => !isBlank(sign)).map((sign) => {
    const kind = kindOf(sign);
    if (kind === "punctuation") return { plain: "", likenesses: [], kind };
    return { plain: sign, likenesses: [...(WRITTEN_FOR[sign] ?? []), ...lookAlikesOf(sign)], kind };
  });
}

function kindOf(sign: string): Kind {
  if (WIDE.test(sign)) return "wide";
  if (/[\p{L}\p{M}]/u.test(sign)) return "letter";
  if (/\p{N}/u.test(sign)) return "digit";
  return Object.hasOwn(WRITTEN_FOR, sign) ? "disguise" : "punctuation";
}

/** For a foreign letter, the Latin one it looks like. Latin letters mean themselves: "burn" is no other word for what "bum" says. */
function lookAlikesOf(sign: string): string[] {
  if (sign <= "\u007f" || !/^\p{L}/u.test(sign) || WIDE.test(sign)) return [];
  const likeness = skeletonOf(sign);
  if (!/^[a-z]$/.test(likeness)) return [];
  // The skeleton has one sign for i and l, whichever was meant.
  return likeness === "l" ? ["l", "i"] : [likeness];
}
