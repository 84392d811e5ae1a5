/** How alike two blocks are, by their words and by the pairs of words that follow each other. */
import { type Bag, numbering, numberingOfPairs, type Rarity, rarityOf, shared, worth } from "./bags";
import { afterNumber, foldedWordsOf, plain, weightOf } from "./words";

/** A block as it is compared. */
export type Looks = {
  /** Equal for identical blocks. */
  exact: string;
  /** Equal for blocks of the same words, whatever their number, punctuation and case. */
  bare: string;
  words: Bag;
  pairs: Bag;
  /** What its words, and its pairs, are worth together. */
  worth: { words: number; pairs: number };
  /** What its words say, in words; see `weightOf`. */
  weight: number;
};

/** What is rare in both revisions tells blocks apart; what every block has tells nothing. */
export type Rarities = { words: Rarity; pairs: Rarity };

export function looksOf(oldTexts: readonly string[], newTexts: readonly string[]): { from: Looks[]; to: Looks[]; rarities: Rarities } {
  const [words, pairs] = [numbering<string>(), numberingOfPairs()];
  const readAnew = (text: string) => {
    const bare = afterNumber(text);
    const folded = foldedWordsOf(bare === "" ? text : bare);
    const numbers = new Int32Array(folded.length);
    // What a block begins and ends with is a pair too, so that one word alone has some.
    const following = new Int32Array(folded.length + 1);
    let last = 0;
    folded.forEach((word, at) => {
      const number = words.numberOf(word);
      numbers[at] = number;
      following[at] = pairs.numberOf(last, number + 1);
      last = number + 1;
    });
    following[folded.length] = pairs.numberOf(last, 0);
    return { exact: plain(text), bare: folded.join(" "), words: numbers.sort(), pairs: following.sort(), weight: weightOf(folded) };
  };
  // Most texts stand in both revisions, and are read once.
  const known = new Map<string, ReturnType<typeof readAnew>>();
  const read = (text: string): ReturnType<typeof readAnew> => {
    const looks = known.get(text) ?? readAnew(text);
    known.set(text, looks);
    return looks;
  };
  const [from, to] = [oldTexts.map(read), newTexts.map(read)];
  const rarityIn = (size: number, bagOf: (block: (typeof from)[number]) => Bag): Rarity => rarityOf(size, from.map(bagOf), to.map(bagOf));
  const rarities = { words: rarityIn(words.size(), (block) => block.words), pairs: rarityIn(pairs.size(), (block) => block.pairs) };
  const finish = (block: (typeof from)[number]): Looks => ({ ...block, worth: { words: worth(block.words, rarities.words), pairs: worth(block.pairs, rarities.pairs) } });
  return { from: from.map(finish), to: to.map(finish), rarities };
}

/** Order says more than choice: of two sentences of the same words only one is the same. */
const [WORDS_SHARE, PAIRS_SHARE] = [0.4, 0.6];

/** From 0 to 1: the weighted Dice coefficients (1945) of words and of pairs. */
export function likeness(one: Looks, other: Looks, rarities: Rarities): number {
  const dice = (what: "words" | "pairs"): number => {
    const both = one.worth[what] + other.worth[what];
    return both === 0 ? 0 : (2 * shared(one[what], other[what], rarities[what])) / both;
  };
  return WORDS_SHARE * dice("words") + PAIRS_SHARE * dice("pairs");
}

/** How alike two texts are by themselves, where every word counts the same. */
export function likenessOf(one: string, other: string): number {
  const { from, to, rarities } = looksOf([one], [other]);
  const [left, right] = [from[0], to[0]];
  return left && right ? likeness(left, right, rarities) : 0;
}
