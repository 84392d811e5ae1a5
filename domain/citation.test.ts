import { expect, test } from "vitest";
import { citationOf } from "./citation";

const cited = { quote: "Words\nthat  matter.", title: "On ports", byline: "A. Writer", date: "8 May 2026", revision: "revision 2", number: "¶ 4", link: "https://example.org/articles/on-ports/v/2#b-4" };

test("a citation has the words, their source, and the link to that revision", () => {
  expect(citationOf(cited)).toBe("“Words that matter.” (A. Writer, “On ports”, 8 May 2026, revision 2, ¶ 4) https://example.org/articles/on-ports/v/2#b-4");
});

test("what is not known is left out", () => {
  expect(citationOf({ ...cited, byline: null, date: null })).toContain("(“On ports”, revision 2, ¶ 4)");
});

test("a long quotation is cut, between characters", () => {
  const citation = citationOf({ ...cited, quote: "👩".repeat(700) });
  expect(citation.startsWith(`“${"👩".repeat(600)}…”`)).toBe(true);
});
