import { expect, test } from "vitest";
import { slice } from "./blocks";
import { narrowed, type Step } from "./narrowing";

const text = "Wells run dry. Who pays? The 👩‍👩‍👧 next door.";
const english = { text, sentences: [{ start: 0, end: 14 }, { start: 15, end: 24 }, { start: 25, end: Array.from(text).length }], language: "en" };

/** What is chosen after these steps. */
function after(steps: Step[], on = english): string | null {
  const span = steps.reduce<ReturnType<typeof narrowed>>((chosen, step) => narrowed(chosen, step, on), null);
  return span && slice(on.text, span);
}

test("a step forward chooses the first sentence, then the next, and stays at the last", () => {
  expect(after(["next-sentence"])).toBe("Wells run dry.");
  expect(after(["next-sentence", "next-sentence"])).toBe("Who pays?");
  expect(after(["next-sentence", "next-sentence", "next-sentence", "next-sentence"])).toBe("The 👩‍👩‍👧 next door.");
});

test("a step back chooses the last sentence, then the one before, and none before the first", () => {
  expect(after(["previous-sentence"])).toBe("The 👩‍👩‍👧 next door.");
  expect(after(["previous-sentence", "previous-sentence"])).toBe("Who pays?");
  expect(after(["next-sentence", "previous-sentence"])).toBe(null);
});

test("both ends move by words; the stop after the last is given up first", () => {
  expect(after(["next-sentence", "end-back"])).toBe("Wells run dry");
  expect(after(["next-sentence", "end-back", "end-back"])).toBe("Wells run");
  expect(after(["next-sentence", "end-back", "end-back", "start-forward"])).toBe("run");
  expect(after(["next-sentence", "end-back", "end-back", "start-forward", "end-forward"])).toBe("run dry");
  expect(after(["next-sentence", "next-sentence", "start-back"])).toBe("dry. Who pays?");
});

test("the last word is never given up", () => {
  expect(after(["next-sentence", "end-back", "end-back", "start-forward", "end-back", "start-forward"])).toBe("run");
});

test("with nothing chosen, words are chosen from the beginning", () => {
  expect(after(["end-forward"])).toBe("Wells");
  expect(after(["end-forward", "end-forward"])).toBe("Wells run");
});

test("a family is one word, whatever it is made of", () => {
  expect(after(["previous-sentence", "end-back", "end-back", "end-back"])).toBe("The 👩‍👩‍👧");
  expect(after(["previous-sentence", "end-back", "end-back", "end-back", "start-forward"])).toBe("👩‍👩‍👧");
});

test("Chinese words are found without spaces", () => {
  const chinese = { text: "水费上涨。谁来付钱？", sentences: [{ start: 0, end: 5 }, { start: 5, end: 10 }], language: "zh" };
  expect(after(["next-sentence", "next-sentence"], chinese)).toBe("谁来付钱？");
  expect(after(["next-sentence", "end-back"], chinese)).toMatch(/^水费(上涨)?$/);
});

test("a block of one sentence is chosen whole", () => {
  expect(after(["next-sentence"], { text: "No stop here", sentences: [], language: "en" })).toBe("No stop here");
});
