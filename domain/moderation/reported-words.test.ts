import { describe, expect, test } from "vitest";
import { mergedReports, spanOfWords } from "./reported-words";

describe("words of a comment", () => {
  test.each([
    ["as they are written", "You have never sat there.", "never sat", { start: 9, end: 18 }],
    ["without the signs of Markdown", "You have **never\nsat** there.", "never sat there", { start: 11, end: 28 }],
    ["behind signs beyond the first plane", "🏛🏛 条款是错的。", "条款", { start: 3, end: 5 }],
    ["with blanks that were copied otherwise", "one two", "  one   two ", { start: 0, end: 7 }],
    ["in a link, and past where it leads", "As [they say](https://example.org/🏛) here [sic].", "say here [sic]", { start: 9, end: 46 }],
    ["that are not there", "You have never sat there.", "always", null],
    ["that are none", "Anything.", " ** ", null],
  ])("%s", (_, body, words, span) => {
    expect(spanOfWords(body, words)).toEqual(span);
  });
});

describe("reports", () => {
  const on = (id: number, ground: string, start: number | null, end = 0, version = 1) => ({ id, ground, span: start === null ? null : { start, end }, version });
  const ids = (reports: Parameters<typeof mergedReports<ReturnType<typeof on>>>[0]) => mergedReports(reports).map(({ ground, span, reports: all }) => [ground, span && [span.start, span.end], all.map(({ id }) => id)]);

  test("on equal or overlapping words merge, others stand apart", () => {
    expect(ids([on(1, "insult", 0, 5), on(2, "insult", 0, 5), on(3, "insult", 4, 9), on(4, "insult", 20, 30)])).toEqual([["insult", [0, 9], [1, 2, 3]], ["insult", [20, 30], [4]]]);
  });
  test("that touch each other do not overlap", () => {
    expect(ids([on(1, "insult", 0, 5), on(2, "insult", 5, 9)])).toHaveLength(2);
  });
  test("of another ground, of another text, or on all of it are others", () => {
    expect(ids([on(1, "insult", 0, 5), on(2, "hatred", 0, 5), on(3, "insult", 0, 5, 2), on(4, "insult", null), on(5, "insult", null)])).toEqual([["insult", [0, 5], [1]], ["hatred", [0, 5], [2]], ["insult", [0, 5], [3]], ["insult", null, [4, 5]]]);
  });
  test("that one joins become one", () => {
    expect(ids([on(1, "insult", 0, 5), on(2, "insult", 8, 12), on(3, "insult", 4, 9)])).toEqual([["insult", [0, 12], [1, 2, 3]]]);
  });
});
