/** The one card in focus: a thread, or a form to write in. All others lie flat. */

const CARD = "section.thread, form.composer";

let focused: HTMLElement | null = null;

/** Told after another card came into focus, or none. */
const listeners: (() => void)[] = [];

export function onFocusChange(listener: () => void): void {
  listeners.push(listener);
}

export function focusedCard(): HTMLElement | null {
  return focused?.isConnected ? focused : null;
}

/** Brings a card into focus; null: none. */
export function lift(card: HTMLElement | null): void {
  if (card === focusedCard() && card?.classList.contains("on") !== false) return;
  focused?.classList.remove("on");
  card?.classList.add("on");
  focused = card;
  lightPassages(card);
  for (const listener of listeners) listener();
}

/** The words a card is about are lit more strongly than the others. */
function lightPassages(card: HTMLElement | null): void {
  for (const mark of document.querySelectorAll(".hl.on")) mark.classList.remove("on");
  const id = card?.dataset.threadId;
  if (id) for (const mark of document.querySelectorAll(`.hl[data-threads~="${CSS.escape(id)}"]`)) mark.classList.add("on");
}

/** The outermost: a form to reply in belongs to its thread's card. */
export function cardOf(element: Element): HTMLElement | null {
  return element.closest<HTMLElement>("section.thread") ?? element.closest<HTMLElement>(CARD);
}

/** A card is in focus while the keyboard is in it, or once it was pressed; pressing the text lets go of it. */
export function wakeCards(): void {
  document.addEventListener("focusin", ({ target }) => {
    // A press moves the focus before it becomes a click: a card that changed shape by then would slip from under the pointer.
    const card = target instanceof Element && target.matches(":focus-visible") ? cardOf(target) : null;
    if (card) lift(card);
  });
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || !document.contains(target)) return;
    const card = cardOf(target);
    if (card) return lift(card);
    if (!target.closest("a, button, .hl, dialog")) lift(null);
  });
}
