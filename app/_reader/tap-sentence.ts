/** While a form on a paragraph is open, a press on one of its sentences makes that sentence what it is about. */
import { sentencesOf, spanIn } from "./block-text";
import { openForm } from "./compose";
import { isPlainClick } from "./plain-click";

export function tapSentences(): void {
  document.addEventListener("click", (event) => {
    if (!isPlainClick(event) || event.target.closest("a, button, mark.hl, form, section.thread") || getSelection()?.isCollapsed === false) return;
    const block = event.target.closest<HTMLElement>("[data-block-id]");
    const form = block && formOn(block);
    if (!form) return;
    const href = new URL(form.dataset.openedBy ?? "", location.href);
    const words = sentenceAt(block, event);
    // The same sentence once more: the whole paragraph again.
    if (!words || words === href.searchParams.get("words")) href.searchParams.delete("words");
    else href.searchParams.set("words", words);
    void openForm({ href: href.href, beside: form, name: form.ariaLabel ?? "", instead: form }, form);
  });
}

function formOn(block: HTMLElement): HTMLFormElement | null {
  const number = block.id.slice("b-".length);
  return [...document.querySelectorAll<HTMLFormElement>("form[data-opened-by]")].find((form) => new URL(form.dataset.openedBy ?? "", location.href).searchParams.get("block") === number) ?? null;
}

/** "START-END" of the sentence under the pointer; null where the block has only one. */
function sentenceAt(block: HTMLElement, { clientX, clientY }: MouseEvent): string | null {
  const caret = document.caretPositionFromPoint?.(clientX, clientY);
  if (!caret) return null;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(caret.offsetNode, caret.offset);
  const at = spanIn(block, before)?.end ?? 0;
  const sentence = sentencesOf(block).findLast(({ start }) => start <= at);
  return sentence ? `${sentence.start}-${sentence.end}` : null;
}
