import fc from "fast-check";
import { expect, test } from "vitest";
import { faultOfName, skeletonOf } from "../names";
import { cardHandles } from "./card-handles";

test("a handle is the name's words, with a number where another is alike", () => {
  const names = ["Amara Lindholm", "Lindholm, Amara", "Amara  Lindholm", "李明", "李明", "Seán O'Brien", "Ana-María de la Cruz y de los Santos", "A", "---"];
  expect(cardHandles(names, new Set())).toEqual(["amara.lindholm", "lindholm.amara", "amara.lindholm2", "李明", "李明2", "seán.o.brien", "ana.maría.de.la.cruz.y.de.los", "a2", "pupil"]);
});

test("handles that look like those there are are passed over, and words of staff", () => {
  expect(cardHandles(["Paul", "Admin", "管理员"], new Set([skeletonOf("PauI")]))).toEqual(["paul2", "pupil.admin", "pupil.管理员"]);
});

test("five hundred of one name are told apart quickly", () => {
  expect(new Set(cardHandles(Array<string>(500).fill("Wang Wei"), new Set())).size).toBe(500);
});

test("every handle may be had, and no two look alike", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("Li", "LI", "l1", "root", "王"))), (names) => {
      const handles = cardHandles(names, new Set());
      expect(handles.map(faultOfName).filter((fault) => fault !== null)).toEqual([]);
      expect(new Set(handles.map(skeletonOf)).size).toBe(names.length);
    }),
  );
});
