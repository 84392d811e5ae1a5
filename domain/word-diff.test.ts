import { describe, expect, it } from "vitest";
import { type DiffPart, wordDiff } from "./word-diff";

const said = (parts: readonly DiffPart[]) => parts.map(({ kind, text }) => (kind === "same" ? text : kind === "gone" ? `[-${text}-]` : `{+${text}+}`)).join("");

describe("two wordings, word by word", () => {
  it.each([
    ["The levy is 4 percent.", "The levy is 6 percent.", "en", "The levy is [-4-]{+6+} percent."],
    ["All of it stands.", "All of it stands.", "en", "All of it stands."],
    ["", "Quite new.", "en", "{+Quite new.+}"],
    ["Quite gone.", "", "en", "[-Quite gone.-]"],
    ["", "", "en", ""],
    ["a small firm pays", "every large port pays", "en", "[-a small firm-]{+every large port+} pays"],
    ["It may apply in May.", "It must apply.", "en", "It [-may-]{+must+} apply[- in May-]."],
    ["水费从四月起上涨。", "水费从五月起上涨。", "zh", "水费从[-四月-]{+五月+}起上涨。"],
    ["Paid by 👩‍👩‍👧 families.", "Paid by 👨‍👦 families.", "en", "Paid by [-👩‍👩‍👧-]{+👨‍👦+} families."],
  ])("%j, then %j (%s)", (before, after, language, expected) => {
    expect(said(wordDiff(before, after, language))).toBe(expected);
  });

  it("gives both wordings back whole, also of a passage written anew", () => {
    const [before, after] = [Array.from({ length: 3000 }, (_, place) => `a${place}`).join(" "), Array.from({ length: 3000 }, (_, place) => `b${place}`).join(" ")];
    const parts = wordDiff(before, after, "en");
    expect(parts.map(({ kind }) => kind)).toEqual(["gone", "come"]);
    const of = (kind: DiffPart["kind"]) => parts.filter((part) => part.kind === "same" || part.kind === kind).map(({ text }) => text).join("");
    expect([of("gone"), of("come")]).toEqual([before, after]);
  });
});
