/** On the block under the cursor, Shift with the arrows chooses a sentence, then moves its ends word by word. */
import { narrowed, type Step } from "../../domain/narrowing";
import { rangeOf, sentencesOf, textOf } from "./block-text";
import { chosenWords } from "./selection";

const STEPS: Record<string, Step> = {
  ArrowDown: "next-sentence",
  ArrowUp: "previous-sentence",
  ArrowRight: "end-forward",
  ArrowLeft: "end-back",
};

/** With Alt the beginning moves. */
const OF_THE_BEGINNING: Record<string, Step> = { ArrowRight: "start-forward", ArrowLeft: "start-back" };

export function narrowByKeys(): void {
  document.addEventListener("keydown", (event) => {
    const step = event.shiftKey && !event.ctrlKey && !event.metaKey ? (event.altKey ? OF_THE_BEGINNING : STEPS)[event.key] : undefined;
    const block = step ? blockOf(event.target) : null;
    if (!step || !block) return;
    event.preventDefault();
    choose(block, step);
  });
}

/** The block that has the keyboard itself: not a link in it, nor a field. */
function blockOf(target: EventTarget | null): HTMLElement | null {
  if (!(target instanceof HTMLElement) || !target.closest("[data-compose]")) return null;
  if (target.matches("[data-block-id]")) return target;
  return target.matches(".block") ? target.closest<HTMLElement>("[data-block-id]") : null;
}

function choose(block: HTMLElement, step: Step): void {
  const chosen = chosenWords();
  const language = (block.matches("[lang]") ? block : block.querySelector<HTMLElement>("[lang]"))?.lang || document.documentElement.lang;
  const span = narrowed(chosen?.block === block ? chosen.span : null, step, { text: textOf(block), sentences: sentencesOf(block), language });
  const range = span && rangeOf(block, span);
  const selection = getSelection();
  selection?.removeAllRanges();
  if (range) selection?.addRange(range);
}
