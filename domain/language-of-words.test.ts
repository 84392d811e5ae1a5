import { expect, test } from "vitest";
import { languageOfWords } from "./language-of-words";

test.each([
  ["Only what is at home survives.", undefined, ""],
  ["只有留在本地的才能保住。", "zh", undefined],
  ["《Paragora》的条款没有说明谁来付钱。", "zh", undefined],
  ["The word 网络 is not defined in the draft.", undefined, ""],
  ["Кто платит?", undefined, ""],
  ["2026: 30 %", undefined, undefined],
  ["", undefined, undefined],
])("%s", (text, onEnglish, onChinese) => {
  expect([languageOfWords(text, "en"), languageOfWords(text, "zh")]).toEqual([onEnglish, onChinese]);
});
