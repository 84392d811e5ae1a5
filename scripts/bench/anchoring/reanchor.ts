/** The product's carry-over as scorers ask for it: paragraphs as plain texts, offsets in UTF-16 units. */
import { align } from "../../../domain/anchoring/alignment";
import { carrierOf } from "../../../domain/anchoring/phrase";

export type Asked = { oldParagraphs: string[]; newParagraphs: string[]; anchors: { paragraph: number; quote?: { start: number; end: number } }[] };
/** `paragraph` null: gone; without `start` and `end` the quoted words are. */
export type Answer = { paragraph: number | null; start?: number; end?: number; confidence: number };

const pointAt = (text: string, unit: number): number => Array.from(text.slice(0, unit)).length;
const unitAt = (text: string, point: number): number => Array.from(text).slice(0, point).join("").length;

export function reanchor({ oldParagraphs, newParagraphs, anchors }: Asked): Answer[] {
  const fates = align(oldParagraphs, newParagraphs);
  const carriers = new Map<number, ReturnType<typeof carrierOf>>();
  return anchors.map(({ paragraph, quote }) => {
    const fate = fates[paragraph];
    const [first] = fate?.to ?? [];
    if (!fate || first === undefined) return { paragraph: null, confidence: 0 };
    if (!quote) return { paragraph: first, confidence: fate.likeness };
    const text = oldParagraphs[paragraph] ?? "";
    const carry = carriers.get(paragraph) ?? carrierOf(text, fate.to.map((at) => newParagraphs[at] ?? ""));
    carriers.set(paragraph, carry);
    const found = carry({ start: pointAt(text, quote.start), end: pointAt(text, quote.end) });
    if (!found) return { paragraph: first, confidence: fate.likeness };
    const at = fate.to[found.block] ?? first;
    const words = newParagraphs[at] ?? "";
    return { paragraph: at, start: unitAt(words, found.start), end: unitAt(words, found.end), confidence: fate.likeness };
  });
}
