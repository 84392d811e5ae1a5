import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slice } from "../blocks";
import { firstListedWord } from "./words";
import { faultOfWordList, MOST_WORDS, wordRules } from "./word-list";

const list = wordRules(`# rude
cunt
shit
ass
foo
vandal*
go home
傻逼
本人
中共
他妈的
`);

/** What of a text is caught, and for which entry. */
function caught(text: string): [string, string] | null {
  const found = firstListedWord(text, list);
  return found && [found.word, slice(text, found.span)];
}

describe("a listed word is found", () => {
  test.each([
    ["as a word", "What shit is this?", "shit", "shit"],
    ["in capitals, with accents", "SHÍT!", "shit", "SHÍT"],
    ["with combining marks", "s\u0336h\u0336i\u0336t\u0336 happens", "shit", "s\u0336h\u0336i\u0336t\u0336"],
    ["with what is not seen in it", "sh\u200bi\u00adt", "shit", "sh\u200bi\u00adt"],
    ["with selectors of variants", "sh\ufe0fi\ufe0ft", "shit", "sh\ufe0fi\ufe0ft"],
    ["full width", "so ｓｈｉｔ", "shit", "ｓｈｉｔ"],
    ["with Cyrillic letters", "what сunt", "cunt", "сunt"],
    ["with Greek letters in a Latin text", "you fοο", "foo", "fοο"],
    ["with figures and signs", "5h1t and such", "shit", "5h1t"],
    ["with signs at its end", "an a$$.", "ass", "a$$"],
    ["before a mark of exclamation", "shit!", "shit", "shit"],
    ["with points between its letters", "oh f.o.o, no", "foo", "f.o.o"],
    ["with a hyphen after its first", "s-hit", "shit", "s-hit"],
    ["spelt", "you f o o there", "foo", "f o o"],
    ["beside an apostrophe", "the shit's gone", "shit", "shit"],
    ["in bold", "**shit**", "shit", "shit"],
    ["as a beginning", "these vandals again", "vandal*", "vandals"],
    ["as a phrase", "Go  home, all of you", "go home", "Go  home"],
    ["in Chinese", "你这个傻逼，闭嘴", "傻逼", "傻逼"],
    ["in Chinese, set apart", "大傻.逼吧", "傻逼", "傻.逼"],
    ["in Chinese, of three characters", "你他妈的走开", "他妈的", "他妈的"],
    ["after characters outside the first plane", "😀😀 shit", "shit", "shit"],
  ])("%s", (_, text, word, words) => {
    expect(caught(text)).toEqual([word, words]);
  });
});

describe("nothing is found", () => {
  test.each([
    ["in Scunthorpe", "Scunthorpe is a town"],
    ["in a class", "The class will assess the bass"],
    ["across a contraction", "He'll say it"],
    ["in a road's number", "the A55 and 455"],
    ["across the end of a sentence", "It was the gas.Shifts came later"],
    ["in a longer word that is spelt", "f.o.o.d"],
    ["across clauses", "Go. Then we went; home is far"],
    ["in 日本人", "他是日本人"],
    ["across two Chinese words", "其中共有三条"],
    ["across two lines of Chinese", "其中\n共有三条"],
    ["across Chinese punctuation", "他很傻，逼他也没用"],
    ["in a Russian text", "Это просто фоо и всё, а аѕѕ тоже"],
    ["in nothing", ""],
  ])("%s", (_, text) => {
    expect(caught(text)).toBeNull();
  });
});

test("a Russian word is no Latin one in a Russian text, and is one in an English", () => {
  const cop = wordRules("cop");
  expect([firstListedWord("Вынесите сор из избы", cop), firstListedWord("the сор said so", cop)?.word]).toEqual([null, "cop"]);
});

test("of words that begin at the same place the longest is found", () => {
  expect(firstListedWord("go home now", wordRules("go\ngo home"))?.word).toBe("go home");
});

test("an empty list finds nothing", () => {
  expect(firstListedWord("anything", wordRules("# nothing yet\n\n"))).toBeNull();
});

test.each([
  ["fine\n# a comment\n\nalso fine\nwith star*\n傻", null],
  ["fine\nx", { line: 2, fault: "wordTooShort", least: 2 }],
  ["ab*", { line: 1, fault: "beginningTooShort", least: 3 }],
  ["*foo", { line: 1, fault: "starNotAtEnd" }],
  ["...", { line: 1, fault: "wordTooShort", least: 2 }],
  ["x".repeat(101), { line: 1, fault: "wordTooLong", limit: 100, length: 101 }],
  [Array.from({ length: MOST_WORDS }, (_, index) => `word${index}`).join("\n"), null],
  [Array.from({ length: MOST_WORDS + 1 }, (_, index) => `word${index}`).join("\r\n"), { line: MOST_WORDS + 1, fault: "tooManyWords", limit: MOST_WORDS }],
])("a list is looked through", (words, fault) => {
  expect(faultOfWordList(words)).toEqual(fault);
});

test("whatever the text, what is found lies in it and holds a letter", () => {
  const piece = fc.oneof(fc.constantFrom("shit", "s.h.i.t", " ", ".", "f", "o", "傻", "逼", "\u200b", "\u0301", "$", "5", "!", "\n", "😀", "а"), fc.string({ unit: "grapheme", maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      const found = firstListedWord(text, list);
      if (found) expect(slice(text, found.span)).toMatch(/\p{L}/u);
      if (found) expect(found.span.start).toBeLessThan(found.span.end);
    }),
  );
});

test("a listed word between spaces is found whatever stands around it", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, behind) => {
      expect(firstListedWord(`${before}，shit，${behind}`, list)).not.toBeNull();
    }),
  );
});
