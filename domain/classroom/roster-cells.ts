/** One cell of a class list: as it is kept, or what is wrong with it. */
import { foldedAddress, isPlainAddress } from "../addresses";
import { faultOfText, hasInvisible, type TextFault } from "../text";

export type CellFault = TextFault | { fault: "notAnAddress" } | { fault: "nameCharacters" } | { fault: "lostDigits" };

/** Longer than a display name: schools write all of somebody's names, and nobody chose theirs to fit a page. In code points. */
export const ROSTER_NAME_LENGTH = 80;

/** A section is shown in a choice; a number of a school has some twenty signs at most, a learning system's id 36. */
export const SECTION_LENGTH = 60;
export const EXTERNAL_ID_LENGTH = 64;

/** What spreadsheets run: our own tables put a `'` before it, which is taken away again. */
const FORMULA = /^[=+\-@]/;
const GUARDED = /^'(?=[=+\-@\t\r])/;

/** A number that a spreadsheet has cut: 202,312,345,678 became 2.02312E+11, and its last digits are gone. */
const CUT_NUMBER = /^\d(?:[.,]\d+)?E\+?\d+$/i;

/** Piled marks would cover the lines beside it. */
const PILED_MARKS = /\p{M}{4,}/u;

/** Persian and several Indian scripts write these two within words. */
const JOINERS_WITHIN = /(?<=[\p{L}\p{M}])[\u200c\u200d](?=\p{L})/gu;

export function isFormula(cell: string): boolean {
  return FORMULA.test(cell.trim());
}

/** On one line, for a quoted cell may have several; without the `'` that our tables put before a formula. */
export function cleanCell(cell: string): string {
  return cell.replace(GUARDED, "").normalize("NFC").replace(/\s+/gu, " ").trim();
}

/** Names here are what a school says, not what members call themselves: "Anna Root" is no impostor. */
export function faultOfRosterName(name: string): CellFault | null {
  const fault = faultOfText(name, { most: ROSTER_NAME_LENGTH });
  if (fault) return fault;
  // U+FFFD stands for what was lost when the list was saved.
  const isOdd = name.includes("\ufffd") || hasInvisible(name.replace(JOINERS_WITHIN, "")) || PILED_MARKS.test(name.normalize("NFD")) || !/[\p{L}\p{N}]/u.test(name);
  return isOdd ? { fault: "nameCharacters" } : null;
}

export function faultOfCell(field: "email" | "section" | "externalId", cell: string): CellFault | null {
  switch (field) {
    case "email":
      return isPlainAddress(foldedAddress(cell)) && cell.includes("@") ? null : { fault: "notAnAddress" };
    case "section":
      return faultOfText(cell, { most: SECTION_LENGTH });
    case "externalId":
      return CUT_NUMBER.test(cell) ? { fault: "lostDigits" } : faultOfText(cell, { most: EXTERNAL_ID_LENGTH });
  }
}

const HAN = /^[\p{sc=Han}·]+$/u;

/** Chinese names begin with the family's, without a space. */
export function wholeName(given: string, family: string): string {
  if (HAN.test(given) && HAN.test(family)) return family + given;
  return [given, family].filter((part) => part !== "").join(" ");
}
