/** Listens to the keys while the keyboard is in the queue. */
import { queueActOf } from "../../domain/moderation/queue-keys";
import { keptKeys } from "../_reader/keyboard/kept";
import { perform } from "./acts";

/** In these a key is text, or theirs. */
const ELSEWHERE = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog, [popover]";

export function wakeKeys(): void {
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    if (event.defaultPrevented || event.isComposing || !(target instanceof Element) || !target.closest("[data-moderation]")) return;
    const form = target.closest<HTMLFormElement>("form[data-decide]");
    if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return form.requestSubmit();
    }
    if (target.closest(ELSEWHERE)) return;
    const act = queueActOf(event, keptKeys());
    // On a button or a link Enter presses it; arrows go through radio buttons.
    if (!act || (event.key === "Enter" && target.closest("a, button, summary, .rail")) || (event.key.startsWith("Arrow") && target.matches("input"))) return;
    event.preventDefault();
    perform(act);
  });
}
