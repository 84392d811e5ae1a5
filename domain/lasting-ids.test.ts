import { expect, test } from "vitest";
import { align } from "./anchoring/alignment";
import { lastingIds } from "./lasting-ids";

const A = "The committee reports to the assembly every year on what it has spent and why.";
const B = "Operators of large platforms keep a register of the orders they received.";
const C = "A reader may ask for the data that is held about them, free of charge, whenever they like.";

const idsAfter = (from: string[], to: string[]) => lastingIds(from.map((text, place) => ({ blockId: `b${place}`, text })), align(from, to), to.length);

test("a block keeps its id where it lives on; a new one has none yet", () => {
  expect(idsAfter([A, B], [C, B, A])).toEqual([null, "b1", "b0"]);
});

test("of a split block the larger part keeps the id", () => {
  expect(idsAfter([`${B} ${C}`], [B, C])).toEqual([null, "b0"]);
});

test("of merged blocks the larger one's id survives", () => {
  expect(idsAfter([A, B, C], [A, `${B} ${C}`])).toEqual(["b0", "b2"]);
});
