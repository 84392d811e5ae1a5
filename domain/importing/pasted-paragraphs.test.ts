import { expect, test } from "vitest";
import { paragraphsOf } from "./pasted-paragraphs";

const texts = (text: string) => paragraphsOf(text).map((paragraph) => paragraph.text);

test("blank lines part paragraphs and wrapped lines are joined", () => {
  expect(texts("The harbour is old and its cranes\nare older. The Council\nknows.\n\nNobody minds.")).toEqual([
    "The harbour is old and its cranes are older. The Council knows.",
    "Nobody minds.",
  ]);
});

test("without blank lines each line is a paragraph", () => {
  expect(texts("The harbour is old.\nIts cranes are older.\n海港很旧。\n起重机更旧。")).toEqual([
    "The harbour is old.",
    "Its cranes are older.",
    "海港很旧。",
    "起重机更旧。",
  ]);
});

test("without blank lines a line that breaks off is still continued by a small letter", () => {
  expect(texts("The harbour is old and nobody has painted\nits cranes since the war.\nSo be it.")).toEqual([
    "The harbour is old and nobody has painted its cranes since the war.",
    "So be it.",
  ]);
});

test("Chinese lines are joined with nothing between, Chinese and Latin with a space", () => {
  expect(texts("海港的起重机很旧，\n谁也不知道。\n\n其次")).toEqual(["海港的起重机很旧，谁也不知道。", "其次"]);
  expect(texts("我们使用\nInternet\n\n其次")).toEqual(["我们使用 Internet", "其次"]);
});

test("a word parted at a hyphen stays together and keeps it", () => {
  expect(texts("A state-\nowned crane\n\nEin Bundes-\nund Landesamt")).toEqual(["A state-owned crane", "Ein Bundes- und Landesamt"]);
});

test("list items, credits and buttons on lines of their own stay apart", () => {
  expect(texts("We need:\n- cranes\n- ships that\n  float\n\nBy Jane Roe\nShare | Tweet | Email\n\nIt is so:\n(a) first;\n(b) second.")).toEqual([
    "We need:",
    "- cranes",
    "- ships that float",
    "By Jane Roe",
    "Share | Tweet | Email",
    "It is so:",
    "(a) first;",
    "(b) second.",
  ]);
});

test("a wrapped line may begin with words that name an article", () => {
  expect(texts("The council may, according to\nArticle 5 of the charter, decide.\n\nEnd.")[0]).toBe(
    "The council may, according to Article 5 of the charter, decide.",
  );
});

test("lines longer than anyone wraps are paragraphs", () => {
  const long = `${"The harbour is old and so are we. ".repeat(8).trim()}`;
  expect(texts(`Harbours\n${long}\n${long}\n\nEnd.`)).toEqual(["Harbours", long, long, "End."]);
});

test("lines with an ideographic indent begin paragraphs", () => {
  expect(texts("　　海港很旧。\n　　起重机更旧。\n\n完")).toEqual(["海港很旧。", "起重机更旧。", "完"]);
});

test("quoted lines are one quotation a paragraph", () => {
  expect(paragraphsOf("He said:\n> The harbour\n> is old.\n>\n> So am I.\nWe know.").map(({ text, quoted }) => [text, quoted])).toEqual([
    ["He said:", false],
    ["The harbour is old.", true],
    ["So am I.", true],
    ["We know.", false],
  ]);
});
