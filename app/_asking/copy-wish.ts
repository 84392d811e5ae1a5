/** What a form about a copy says: by an address when it is looked at, by a form when it is done. */
import { copiedParts, type CopiedPart, type Shift, shiftOf } from "../../domain/classroom/copying";
import { Refusal } from "../../server/refusals";
import { MOST_DAYS } from "../../domain/classroom/copying";

export type WrittenCopy = { parts: readonly CopiedPart[]; dates: "moved" | "empty"; number: string; unit: "days" | "weeks" };

type Fields = { field: (name: string) => string; all: (name: string) => readonly string[] };

/** Everything comes along until something is chosen, and without its dates, which are over. */
export function copyIn({ field, all }: Fields): WrittenCopy {
  const isChosen = field("chosen") !== "";
  return {
    parts: isChosen ? copiedParts.filter((part) => all("parts").includes(part)) : copiedParts,
    dates: field("dates") === "moved" ? "moved" : "empty",
    number: field("number"),
    unit: field("unit") === "days" ? "days" : "weeks",
  };
}

export function fieldsOf(request: Request): Fields {
  const { searchParams } = new URL(request.url);
  return { field: (name) => searchParams.get(name) ?? "", all: (name) => searchParams.getAll(name) };
}

/** @throws Refusal field number */
export function shiftIn(written: WrittenCopy): Shift {
  const shift = shiftOf(written);
  if (shift === "wrong") throw new Refusal("BAD_REQUEST", "field.shift", { field: "number", values: { most: MOST_DAYS } });
  return shift;
}
