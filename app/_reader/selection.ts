/** Words of a block that somebody chose: by mouse, by finger, or by keyboard. */
import type { Span } from "../../domain/blocks";
import { spanIn } from "./block-text";

/** `cut`: the selection went on into other blocks, and only the first counts. */
export type Chosen = { block: HTMLElement; span: Span; cut: boolean; range: Range };

const BLOCK = "main .sheet [data-block-id]";

export function chosenWords(): Chosen | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const touched = [...document.querySelectorAll<HTMLElement>(BLOCK)].filter((block) => range.intersectsNode(block));
  for (const block of touched) {
    const span = spanIn(block, range);
    const rest = touched.slice(touched.indexOf(block) + 1);
    if (span) return { block, span, cut: rest.some((other) => spanIn(other, range) !== null), range };
  }
  return null;
}
