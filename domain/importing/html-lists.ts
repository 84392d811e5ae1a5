import type { BlockDraft } from "./draft";
import { enumeratorOf } from "./enumerators";
import { attributeOf, closest } from "./html-elements";
import type { PageElement } from "./html-tree";

export type OpenList = { ordered: boolean; ordinal: number; isBegun: boolean; labelled: boolean; labels: "a" | "A" | "i" | "I" | null };

/** A list as its tag opens it: its first number and the letters it counts in. */
export function openList(list: PageElement): OpenList {
  const type = attributeOf(list, "type");
  const start = Number.parseInt(attributeOf(list, "start"), 10);
  const style = /list-style(?:-type)?\s*:\s*[^;]*?(lower|upper)-(alpha|latin|roman)/i.exec(attributeOf(list, "style"));
  const styled = style ? (/roman/i.test(style[2] ?? "") ? "i" : "a") : "";
  const letter = styled === "" ? type : /upper/i.test(style?.[1] ?? "") ? styled.toUpperCase() : styled;
  const labels = letter === "a" || letter === "A" || letter === "i" || letter === "I" ? letter : null;
  return { ordered: list.tag === "ol", ordinal: (Number.isNaN(start) ? 1 : start) - 1, isBegun: false, labelled: false, labels };
}

/** The next item begins; `value`: the number its tag gives it. */
export function beginItem(list: OpenList, item: PageElement): void {
  const value = Number.parseInt(attributeOf(item, "value"), 10);
  list.ordinal = Number.isNaN(value) ? list.ordinal + 1 : value;
  list.isBegun = false;
}

/** The label a browser draws before the item and people cite, "(a)"; empty for plain numbers and bullets, which are drawn anew. */
export function drawnLabel({ labels, ordinal, isBegun }: OpenList): string {
  if (labels === null || isBegun || ordinal < 1 || ordinal > 26) return "";
  const letter = /i/i.test(labels) ? roman(ordinal) : String.fromCharCode(96 + ordinal);
  return `(${labels === labels.toUpperCase() ? letter.toUpperCase() : letter}) `;
}

function roman(number: number): string {
  return `${"x".repeat(Math.floor(number / 10))}${["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"][number % 10] ?? ""}`;
}

/** An item's place in its list, as in BlockShape. */
export function placeIn(lists: OpenList[], text: string): NonNullable<BlockDraft["shape"]["list"]> {
  const list = lists.at(-1);
  const { ordered = false, ordinal = 1, isBegun = false } = list ?? {};
  if (list) list.isBegun = true;
  const labelled = !isBegun && enumeratorOf(text)?.isLabel;
  return { ordered: ordered || labelled === true, depth: Math.max(0, lists.length - 1), ordinal: Math.max(1, ordinal), ...(labelled ? { labelled } : {}), ...(isBegun ? { continued: true } : {}) };
}

/** Whether a definition list's term only counts: "1.", "a)", "§ 3". */
export const isLabel = (term: string): boolean => /^(?:[(（]?[\dA-Za-z]{1,4}[.)）]+|[-–•]|§+\s?\d+\p{L}?|\d{1,3})$/u.test(term);

/** Whether an element is in a list's item, and in no table or quotation within that. */
export function isInItem(element: PageElement): boolean {
  return closest(element, ({ tag }) => /^(?:li|ul|ol|dl|table|blockquote)$/.test(tag))?.tag === "li";
}
