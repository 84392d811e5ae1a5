/** Listens to the keys of the page. What they do is fetched with the first that is pressed: most readers press none. */
import { type Act, actOf } from "../../../domain/keys";
import { keptKeys } from "./kept";

/** In these a key is text, or theirs. */
const ELSEWHERE = "form, input, textarea, select, [contenteditable], dialog, [popover]";

let perform: ((act: Act) => void) | null = null;

export function wakeKeyboard(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element) || event.target.closest(ELSEWHERE)) return;
    const act = actOf(event, keptKeys());
    if (!act || !isMeant(act, event.target)) return;
    event.preventDefault();
    if (perform) perform(act);
    else void fetchAndPerform(act);
  });
}

async function fetchAndPerform(act: Act): Promise<void> {
  ({ perform } = await import("./acts"));
  perform(act);
}

/** Enter presses links and buttons; only a block itself is opened by it. Escape stops a page that loads, but in a thread it leads back. */
function isMeant(act: Act, target: Element): boolean {
  if (act === "open") return target.matches("[data-block-id], [data-block-id] > .block");
  return act !== "back" || target.closest(".threads, .whole, a.count") !== null;
}
