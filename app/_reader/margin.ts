/**
 * Puts the cards beside their passages: measures all, then writes all. The order of the document is never changed, and
 * nothing is done while scrolling: cards move with the page.
 */
import { arrange, BUDGET_OF_WINDOW, type Card } from "../../domain/margin";
import { focusedCard, onFocusChange } from "./cards";
import { wordsOf } from "./compose-about";
import { foldedLine } from "./folded-line";
import { isWide, onWidth } from "./wide";

const CARDS = ".threads > .thread, .threads > .add, .threads > .composer, .sheet > .composer, .item > .composer";

/** Between two cards, and the height of one folded to a line, which the stylesheet sets. */
const GAP = 14;
const LINE = 36;

/** A card's first line stands this much below its top. */
const PADDING = { resting: 12, lifted: 18 };

const sizes = new ResizeObserver(() => soon());
let scheduled = 0;

export function wakeMargin(): void {
  if (!document.querySelector(".sheet:not(.flat)")) return;
  onFocusChange(soon);
  onWidth(soon);
  watchCards();
  new MutationObserver((changes) => changes.some(isOfCards) && watchCards()).observe(document.getElementById("main") ?? document.body, { childList: true, subtree: true });
  void document.fonts.ready.then(soon);
}

/** Looks for the cards anew. */
function watchCards(): void {
  sizes.disconnect();
  for (const element of document.querySelectorAll(`.sheet, .block, ${CARDS}`)) sizes.observe(element);
  soon();
}

/** Whether cards came or went: the page was renewed, a form opened or closed. */
function isOfCards({ addedNodes, removedNodes }: MutationRecord): boolean {
  return [...addedNodes, ...removedNodes].some((node) => node instanceof Element && (node.matches("section, form, .sheet, .threads") || node.querySelector("section.thread") !== null));
}

function soon(): void {
  scheduled ||= requestAnimationFrame(() => {
    scheduled = 0;
    place();
  });
}

function place(): void {
  const sheet = document.querySelector<HTMLElement>(".sheet:not(.flat)");
  if (!sheet) return;
  const all = [...sheet.querySelectorAll<HTMLElement>(CARDS)];
  if (!isWide()) return release(sheet, all);
  const cards = all.filter((card) => card.offsetParent !== null);
  const measured = measure(sheet, cards);
  const places = arrange(measured, { gap: GAP, line: LINE, budget: innerHeight * BUDGET_OF_WINDOW, least: 0 });
  let bottom = 0;
  cards.forEach((card, at) => {
    const { top, folded } = places[at] ?? { top: 0, folded: false };
    card.style.translate = `0 ${Math.round(top)}px`;
    fold(card, folded);
    bottom = Math.max(bottom, top + (folded ? LINE : (measured[at]?.height ?? 0)));
  });
  sheet.style.setProperty("--cards", `${Math.ceil(bottom)}px`);
  // The first time they are simply there; afterwards they move.
  requestAnimationFrame(() => sheet.classList.add("placed"));
}

function release(sheet: HTMLElement, cards: HTMLElement[]): void {
  sheet.classList.remove("placed");
  sheet.style.removeProperty("--cards");
  for (const card of cards) {
    card.style.translate = "";
    fold(card, false);
  }
}

/** A folded card keeps the height it had, so that it is not folded and unfolded in turn. */
const heights = new WeakMap<HTMLElement, number>();

function measure(sheet: HTMLElement, cards: HTMLElement[]): Card[] {
  const { top: origin } = sheet.getBoundingClientRect();
  const focus = focusedCard();
  return cards.map((card) => {
    const focused = card === focus;
    if (!card.classList.contains("folded")) heights.set(card, card.offsetHeight);
    const want = topOfPassage(card) - origin - (focused ? PADDING.lifted : PADDING.resting);
    return { want, height: heights.get(card) ?? LINE, focused, folds: card.matches(".thread") && !focused };
  });
}

function topOfPassage(card: HTMLElement): number {
  const chosen = card instanceof HTMLFormElement ? wordsOf(card)?.getClientRects()[0] : null;
  if (chosen) return chosen.top;
  const id = card.dataset.threadId;
  const mark = id ? document.querySelector(`.hl[data-threads~="${CSS.escape(id)}"]`) : null;
  const lit = mark?.getClientRects()[0];
  if (lit) return lit.top;
  const block = document.getElementById(`b-${blockOf(card)}`);
  const text = block?.querySelector<HTMLElement>(":scope > .block") ?? block;
  if (!text) return card.getBoundingClientRect().top;
  return text.getBoundingClientRect().top + parseFloat(getComputedStyle(text).paddingTop);
}

function blockOf(card: HTMLElement): string {
  return card.closest<HTMLElement>(".threads")?.dataset.block ?? new URL(card.dataset.openedBy ?? "", location.href).searchParams.get("block") ?? "";
}

function fold(card: HTMLElement, folded: boolean): void {
  if (card.classList.contains("folded") === folded) return;
  card.classList.toggle("folded", folded);
  if (folded && !card.querySelector(":scope > .line")) card.prepend(foldedLine(card));
}
