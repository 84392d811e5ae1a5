import { expect, test } from "vitest";
import { namesToSuggest } from "./suggested-name";

test.each([
  [["wren"], ["wren"]],
  [["wren", "Wren  Halloway", "wren"], ["wren", "Wren Halloway"]],
  [["wren@example.org", "Wren"], ["Wren"]],
  [["admin", "x", "", "\u202eback"], []],
  [["Maximiliana Adelheid von der Au und Wald"], ["Maximiliana Adelheid von der A"]],
  [["李明"], ["李明"]],
])("of %j may be suggested %j", (names, suggested) => {
  expect(namesToSuggest(names)).toEqual(suggested);
});
