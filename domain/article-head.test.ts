import { expect, test } from "vitest";
import { articleHead, HEAD_LENGTHS, isPrintedDate } from "./article-head";

const written = { title: " A  title\nin two lines ", standfirst: "", byline: null, date: "2015-12-10 18:13", source: "https://example.org", language: "zh_CN" };

test("fields are kept on one line, a date as printed, a language as a tag; nothing written is null", () => {
  expect(articleHead(written)).toEqual({ title: "A title in two lines", standfirst: null, byline: null, date: "2015-12-10T18:13", source: "https://example.org", language: "zh" });
});

test.each([
  ["title", "", "empty"],
  ["title", "字".repeat(HEAD_LENGTHS.title + 1), "tooLong"],
  ["standfirst", "a\u0000b", "controlCharacters"],
  ["byline", "\u202egnp", "bidi"],
  ["source", "\ud800", "loneSurrogate"],
  ["date", "10 December", "notADate"],
  ["date", "2015-02-30", "notADate"],
  ["language", "in Chinese", "notALanguage"],
  ["language", "", "notALanguage"],
])("%s %j is refused: %s", (field, text, fault) => {
  expect(articleHead({ ...written, [field]: text })).toMatchObject({ field, wrong: { fault } });
});

test("a title may be just as long as the limit", () => {
  expect(articleHead({ ...written, title: "字".repeat(HEAD_LENGTHS.title) })).toMatchObject({ language: "zh" });
});

test.each([["2024-02-29", true], ["2023-02-29", false], ["2015-12-10T23:59", true], ["2015-12-10T24:00", false], ["2015-13-01", false], ["15-12-10", false]])("%s is a date: %s", (text, isOne) => {
  expect(isPrintedDate(text)).toBe(isOne);
});
