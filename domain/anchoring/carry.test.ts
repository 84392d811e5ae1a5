import { expect, test } from "vitest";
import { carrierBetween } from "./carry";

const A = "The committee reports to the assembly every year on what it has spent and why.";
const B = "Operators of large platforms keep a register of the orders they received.";
const C = "A reader may ask for the data that is held about them, free of charge.";
const D = "Complaints are answered within thirty days by somebody who did not decide the case.";

/** Where the thread on `phrase` of block `block`, or on all of it, is shown. */
function carried(from: string[], to: string[], block: number, phrase?: string) {
  const start = phrase === undefined ? -1 : (from[block] ?? "").indexOf(phrase);
  return carrierBetween(from, to).carry({ block, span: phrase === undefined ? null : { start, end: start + phrase.length } });
}

test("what stayed is exact, in the same place", () => {
  expect(carried([A, B, C], [A, B, C], 1)).toMatchObject({ place: "same", text: "exact", block: 1, span: null, needsHuman: false });
  expect(carried([A, B], ["Preamble.", A, B], 1)).toMatchObject({ place: "same", text: "exact", block: 2 });
});

test("a block that was edited, moved or removed says so", () => {
  expect(carried([A, B, C], [A, `${B} Daily.`, C], 1)).toMatchObject({ place: "same", text: "changed", block: 1 });
  expect(carried([A, B, C, D], [B, C, D, A], 0)).toMatchObject({ place: "moved", text: "exact", block: 3 });
  expect(carried([A, B, C], [A, C], 1)).toMatchObject({ place: "removed", text: "changed", block: null, needsHuman: false, nearest: null });
});

test("a phrase is exact although the rest of its block changed", () => {
  expect(carried([A, B], [A, `From next year on, ${B}`], 1, "keep a register")).toMatchObject({ text: "exact", span: { start: 48, end: 63 } });
  expect(carried([A, B], [A, B.replace("keep a register", "keep a public register")], 1, "keep a register")).toMatchObject({ text: "changed", span: { start: 29, end: 51 } });
});

test("a phrase whose words went stays on its block, without them", () => {
  expect(carried([A, B, C], [A, B.replace("keep a register of the orders", "publish what orders"), C], 1, "a register of")).toMatchObject({ place: "same", text: "changed", block: 1, span: null });
});

test("a phrase of a split block goes with its words, in whichever part", () => {
  expect(carried([A, `${B} ${D}`, C], [A, B, D, C], 1, "keep a register")).toMatchObject({ block: 1, text: "exact" });
  expect(carried([A, `${B} ${D}`, C], [A, B, D, C], 1, "within thirty days")).toMatchObject({ block: 2, text: "exact" });
});

test("what is likely only asks for a person", () => {
  const rewritten = "Operators of large platforms must publish which orders of courts they received and what became of each.";
  expect(carried([A, B, C], [A, rewritten, C], 1)).toMatchObject({ place: "same", text: "changed", block: 1, needsHuman: true });
});
