/** What is selected in the passage is written into the field below it, with its place: of equal words these are meant. */
import { slice, type Span } from "../../domain/blocks";
import { spanIn, textOf } from "../_reader/block-text";

export function wakeChooseWords(): void {
  const passage = document.querySelector<HTMLElement>("[data-choose-words]");
  const field = document.querySelector<HTMLTextAreaElement>("#words");
  const at = field?.form?.querySelector<HTMLInputElement>("input[name=at]");
  if (!passage || !field || !at) return;
  for (const hint of document.querySelectorAll<HTMLElement>("[data-select-hint]")) hint.textContent = hint.dataset.selectHint ?? "";
  document.addEventListener("selectionchange", () => {
    const span = selectedIn(passage);
    if (!span) return;
    field.value = slice(textOf(passage), span);
    at.value = `${span.start}-${span.end}`;
  });
  // Whoever types means what is typed.
  field.addEventListener("input", () => (at.value = ""));
}

function selectedIn(passage: HTMLElement): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return range.intersectsNode(passage) ? spanIn(passage, range) : null;
}
