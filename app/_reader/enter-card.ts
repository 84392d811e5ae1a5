/** A card at rest shows one link, or is one line. Reached by Tab it comes into focus, which hides that link: the card takes its place. */
import { cardOf, lift } from "./cards";
import { takesFocus } from "./give-back";
import { keepInSight } from "./in-sight";

const DOOR = ".rest a, .line";

export function enterCards(): void {
  document.addEventListener("focusin", ({ target, relatedTarget }) => {
    const card = target instanceof Element && target.matches(DOOR) && target.matches(":focus-visible") ? cardOf(target) : null;
    if (!card) return;
    lift(card);
    card.classList.remove("folded");
    const isFromBelow = relatedTarget instanceof Node && Boolean(card.compareDocumentPosition(relatedTarget) & Node.DOCUMENT_POSITION_FOLLOWING);
    const inside = isFromBelow ? [...card.querySelectorAll<HTMLElement>("a, button")].findLast(({ offsetParent }) => offsetParent !== null) : null;
    const entered = inside ?? card;
    if (takesFocus(entered)) keepInSight(entered);
  });
}
