import { expect, test } from "vitest";
import { type DraftPlace, placeKey, placeOfKey } from "./draft-place";

const places: [string, DraftPlace][] = [
  ["article", { on: "article" }],
  ["block:b-1", { on: "block", block: "b-1" }],
  ["block:b-1:words:0-4", { on: "block", block: "b-1", words: { start: 0, end: 4 } }],
  ["block:b-1:sentences:2-2", { on: "block", block: "b-1", sentences: { first: 2, last: 2 } }],
  ["reply:c-9", { on: "reply", comment: "c-9" }],
  ["edit:c-9", { on: "edit", comment: "c-9" }],
];

test.each(places)("%s is the key of its place, and leads back to it", (key, place) => {
  expect(placeKey(place)).toBe(key);
  expect(placeOfKey(key)).toEqual(place);
});

test("words are narrower than sentences, so that a draft on both is a draft on the words", () => {
  expect(placeKey({ on: "block", block: "b", words: { start: 1, end: 2 }, sentences: { first: 0, last: 0 } })).toBe("block:b:words:1-2");
});

test.each([[""], ["nowhere"], ["block:"], ["block:b:words:4-4"], ["block:b:words:5-4"], ["block:b:sentences:2-1"], ["block:b:words:01-4"], ["block:b:words:1-9999999999"], ["reply:"], ["reply:c:d"], ["edit:c\n"], ["article:x"], ["block:a b"]])("%j is the key of no place", (key) => {
  expect(placeOfKey(key)).toBeNull();
});
