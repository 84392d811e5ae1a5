import { expect, test } from "vitest";
import { align } from "./anchoring/alignment";
import { carriedByProposal, groupOf, keptOf, MOST_BLOCKS, MOST_CHARACTERS, seemsAnother, tooLarge } from "./carry-over";

test("how much of a text lives on is measured by its length", () => {
  const old = ["The committee reports to the assembly every year on what it has spent.", "A short one.", "Operators of large platforms keep a register of the orders they received."];
  expect(keptOf(old, align(old, old))).toBe(100);
  expect(keptOf(old, align(old, [old[0] ?? ""]))).toBe(45);
  expect(keptOf(old, align(old, ["Birds fly south when the winters are long."]))).toBe(0);
  expect(keptOf([], [])).toBe(100);
});

test("of a text under a tenth of which is left it is asked whether it is the same article", () => {
  expect([seemsAnother(null), seemsAnother(100), seemsAnother(10), seemsAnother(9), seemsAnother(0)]).toEqual([false, false, false, true, true]);
});

test("texts up to the limits are carried over, and none beyond", () => {
  expect(tooLarge(Array.from({ length: MOST_BLOCKS }, () => "x"))).toBeNull();
  expect(tooLarge(Array.from({ length: MOST_BLOCKS + 1 }, () => "x"))).toEqual({ refused: "too-many-blocks", limit: 20_000 });
  expect(tooLarge(["x".repeat(MOST_CHARACTERS)])).toBeNull();
  expect(tooLarge(["x".repeat(MOST_CHARACTERS), "y"])).toEqual({ refused: "too-many-characters", limit: 10_000_000 });
});

test("what an editor accepted carries its thread to where it stands, the nearest of several, and not once it was reworded", () => {
  const gone = { place: "removed", text: "changed", block: null, span: null, needsHuman: true, method: "gone", likeness: 0.5, nearest: 2 } as const;
  const carried = { place: "same", text: "changed", block: 3, needsHuman: false, method: "proposal", likeness: 0.5, nearest: null } as const;
  expect(carriedByProposal(gone, { block: 3, text: "五米。", after: "五米。" }, null)).toEqual({ ...carried, span: null });
  expect(carriedByProposal(gone, { block: 3, text: "🏛 five, or five.", after: "five" }, { start: 10, end: 14 })).toEqual({ ...carried, span: { start: 11, end: 15 } });
  expect(carriedByProposal({ ...gone, place: "moved", block: 3 }, { block: 3, text: "five", after: "five" }, null)).toMatchObject({ place: "moved", block: 3 });
  expect(carriedByProposal(gone, { block: 3, text: "six", after: "five" }, null)).toBe(gone);
  expect(carriedByProposal(gone, { block: 3, text: "six", after: "five" }, { start: 0, end: 3 })).toBe(gone);
});

test("what needs a person comes before what went, that before changed words, those before another place", () => {
  const same = { place: "same", text: "exact", needsHuman: false } as const;
  expect([groupOf(same), groupOf({ ...same, place: "moved" }), groupOf({ ...same, place: "moved", text: "changed" }), groupOf({ ...same, place: "removed", text: "changed" }), groupOf({ ...same, needsHuman: true })]).toEqual(["exact", "moved", "changed", "removed", "needs-you"]);
});

test("an alignment tells of its steps, each once and in order", () => {
  const told: number[] = [];
  align(["One.", "Two."], ["Two.", "One."], (done, total) => told.push(done / total));
  expect(told).toEqual([...told].sort((one, other) => one - other));
  expect(told.at(-1)).toBe(1);
});
