import { expect, test } from "vitest";
import { draftOf, faultOfDraft, saveStep } from "./drafts";

const text = (body: string, version: number) => ({ body, kind: null, version });

test.each([
  ["the first words of a place are kept", null, text("a", 0), "create"],
  ["so are words whose draft is long forgotten", null, text("a", 7), "create"],
  ["nothing on nothing is nothing", null, text("", 0), "nothing"],
  ["words written on from what is kept replace it", text("a", 3), text("ab", 3), "change"],
  ["the same words again change nothing, whatever they started from", text("a", 3), text("a", 2), "nothing"],
  ["words that started from an earlier version do not", text("other", 4), text("ab", 3), "conflict"],
  ["nor do words that knew of no draft", text("other", 1), text("ab", 0), "conflict"],
  ["an empty text throws the draft away", text("a", 3), text("", 3), "empty"],
  ["but not one it has not seen", text("other", 4), text("", 3), "conflict"],
  ["an old tab does not bring back what was posted", text("", 4), text("a", 3), "conflict"],
  ["who knows that it is gone may write there anew", text("", 4), text("a", 4), "revive"],
  ["as may who never knew of it", text("", 4), text("a", 0), "revive"],
  ["thrown away twice is thrown away", text("", 4), text("", 3), "nothing"],
] as const)("%s", (_, kept, wish, step) => {
  expect(saveStep(kept, wish)).toBe(step);
});

test("a change of kind alone is a change", () => {
  expect(saveStep(text("a", 1), { ...text("a", 1), kind: "question" })).toBe("change");
});

test("spaces at the end are kept, line ends are of one sort, and nothing visible is nothing", () => {
  expect(draftOf({ body: "so \r\n", kind: "question" })).toEqual({ body: "so \n", kind: "question", proposal: null });
  expect(draftOf({ body: " \u200b\n", kind: "question" })).toEqual({ body: "", kind: null, proposal: null });
});

test("a draft may be empty, and is else as a comment", () => {
  const fault = (body: string) => faultOfDraft({ body, kind: null })?.fault ?? null;
  expect([fault(""), fault("字".repeat(20_000)), fault("字".repeat(20_001)), fault("a\u0000"), fault("a\u202e")]).toEqual([null, null, "tooLong", "controlCharacters", "bidi"]);
});
