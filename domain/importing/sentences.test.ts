import { describe, expect, test } from "vitest";
import { slice } from "../blocks";
import { sentencesOf } from "./sentences";

const cut = (text: string, language: string) => sentencesOf(text, language).map((span) => slice(text, span));

describe("English", () => {
  test.each([
    ["The fee rose. Nobody noticed.", ["The fee rose.", "Nobody noticed."]],
    ["Mr. Smith met Dr. Lee of the U.S. Senate. They spoke.", ["Mr. Smith met Dr. Lee of the U.S. Senate.", "They spoke."]],
    ["It left the U.S. The rest stayed.", ["It left the U.S.", "The rest stayed."]],
    ["J. R. Hill wrote it. So did we.", ["J. R. Hill wrote it.", "So did we."]],
    ["See No. 5 and Art. 3. He said no. Then he left.", ["See No. 5 and Art. 3.", "He said no.", "Then he left."]],
    ["Fees, e.g. Danish ones, rose by 3.5 percent. Good.", ["Fees, e.g. Danish ones, rose by 3.5 percent.", "Good."]],
    ["“Why?” he asked. “We pay.” She left.", ["“Why?” he asked.", "“We pay.”", "She left."]],
    ["3. Sovereignty", ["3. Sovereignty"]],
    ["(1) The state pays. (2) Nobody else does.", ["(1) The state pays.", "(2) Nobody else does."]],
    ["It grew.[1] Later it fell.[2][3] End.", ["It grew.[1]", "Later it fell.[2][3]", "End."]],
    ["It happened in 2015. Prices rose.", ["It happened in 2015.", "Prices rose."]],
    ["No end at all", ["No end at all"]],
    ["", []],
    ["  \u00a0 ", []],
  ])("%j", (text, sentences) => expect(cut(text, "en")).toEqual(sentences));
});

describe("German", () => {
  test.each([
    [
      "Das gilt z. B. für Häfen. Am 3. Mai kam Art. 5 Abs. 2 GG. Die Frist lief ab.",
      ["Das gilt z. B. für Häfen.", "Am 3. Mai kam Art. 5 Abs. 2 GG.", "Die Frist lief ab."],
    ],
    ["„Warum?“, fragte er. Niemand wusste es.", ["„Warum?“, fragte er.", "Niemand wusste es."]],
    ["So war es im Jahr 2015. Alle zahlten.", ["So war es im Jahr 2015.", "Alle zahlten."]],
  ])("%j", (text, sentences) => expect(cut(text, "de")).toEqual(sentences));
});

describe("Chinese", () => {
  test.each([
    ["他说：“好。”然后走了。真的吗？！是的；可以。", ["他说：“好。”", "然后走了。", "真的吗？！", "是的；可以。"]],
    ["国家保护网络。（一）用户；（二）企业。", ["国家保护网络。", "（一）用户；（二）企业。"]],
    ["会议结束了。“我们走吧。”他说。", ["会议结束了。", "“我们走吧。”", "他说。"]],
    ["“主权『不可』侵犯！”", ["“主权『不可』侵犯！”"]],
  ])("%j", (text, sentences) => expect(cut(text, "zh")).toEqual(sentences));
});

test("offsets count code points and leave the white space between sentences out", () => {
  expect(sentencesOf(" 👩‍👩‍👧 came. 𠮷 left. ", "en")).toEqual([
    { start: 1, end: 12 },
    { start: 13, end: 20 },
  ]);
});

test("a text of many windows is cut as its parts are", () => {
  const text = "Mr. Hill paid 3.5 million. Nobody knew why, e.g. the clerk. ".repeat(500).trim();
  const spans = sentencesOf(text, "en");
  expect(spans).toHaveLength(1000);
  expect(new Set(spans.map((span, at) => `${at % 2} ${span.end - span.start}`)).size).toBe(2);
});

test("a sentence longer than a window stays whole", () => {
  const long = `${"word ".repeat(3000)}ends. Next one.`;
  expect(cut(long, "en")).toEqual([`${"word ".repeat(3000)}ends.`, "Next one."]);
});

test("the longest texts come to an end: with the square of their length it would take hours", () => {
  expect(sentencesOf("他说好。".repeat(100_000), "zh")).toHaveLength(100_000);
  expect(sentencesOf("a".repeat(2_000_000), "en")).toHaveLength(1);
});
