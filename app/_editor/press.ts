/** Listens to the keys of the text. */
import { editorActOf } from "../../domain/editor-keys";
import { keptKeys } from "../_reader/keyboard/kept";
import { blockOf } from "./cursor";
import { perform } from "./acts";

/** In these a key is text, or theirs. */
const ELSEWHERE = "input, textarea, select, [contenteditable], dialog, [popover]";

export function wakeKeys(): void {
  document.querySelector<HTMLElement>("[data-editor-keys]")?.removeAttribute("hidden");
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element) || event.target.closest(ELSEWHERE)) return;
    const block = blockOf(event.target);
    const act = block && editorActOf(event, keptKeys());
    // On a button Enter presses it.
    if (!block || !act || (act === "edit" && event.target !== block)) return;
    event.preventDefault();
    perform(act, block);
  });
}
