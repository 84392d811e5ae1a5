/** The product's carry-over as scorers ask for it: paragraphs as plain texts, offsets in UTF-16 units. */
import { carrierBetween } from "../../../domain/anchoring/carry";

export type Asked = { oldParagraphs: string[]; newParagraphs: string[]; anchors: { paragraph: number; quote?: { start: number; end: number } }[] };
/** `paragraph` null: gone; without `start` and `end` the quoted words are. */
export type Answer = { paragraph: number | null; start?: number; end?: number; confidence: number; needsHuman: boolean };

const pointAt = (text: string, unit: number): number => Array.from(text.slice(0, unit)).length;
const unitAt = (text: string, point: number): number => Array.from(text).slice(0, point).join("").length;

export function reanchor({ oldParagraphs, newParagraphs, anchors }: Asked): Answer[] {
  const { carry } = carrierBetween(oldParagraphs, newParagraphs);
  return anchors.map(({ paragraph, quote }) => {
    const text = oldParagraphs[paragraph] ?? "";
    const { block, span, likeness, needsHuman } = carry({ block: paragraph, span: quote ? { start: pointAt(text, quote.start), end: pointAt(text, quote.end) } : null });
    const words = newParagraphs[block ?? -1] ?? "";
    return { paragraph: block, ...(span ? { start: unitAt(words, span.start), end: unitAt(words, span.end) } : {}), confidence: likeness, needsHuman };
  });
}
