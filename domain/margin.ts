/** Where cards stand in the margin: beside their passages where they can, never out of order, never far away. */

/** All in CSS pixels. */
export type Card = {
  /** The top it would have were it alone: that of its passage. */
  want: number;
  height: number;
  /** The one in focus: it stands exactly where it wants, the others make room. */
  focused: boolean;
  /** Whether it may be folded to one line: forms and what is in focus may not. */
  folds: boolean;
};

export type Place = { top: number; folded: boolean };

export type Room = {
  gap: number;
  /** The height of a card folded to one line. */
  line: number;
  /** How far a card may stand from its passage before its neighbours are folded. */
  budget: number;
  /** Nothing stands above this. */
  least: number;
};

/** Past this share of the window's height the eye no longer finds the passage a card belongs to. */
export const BUDGET_OF_WINDOW = 0.6;

/**
 * Places for cards that come in the order of their passages. The one in focus is level with its passage; those below flow
 * on, those above move up only where they would overlap. Where one would stand beyond the budget, the tallest of those it
 * touches is folded, then the next, until it does not or all are.
 */
export function arrange(cards: readonly Card[], room: Room): Place[] {
  const folded = cards.map(() => false);
  const height = (at: number): number => (folded[at] ? room.line : (cards[at]?.height ?? 0));
  for (;;) {
    const tops = stacked(cards, height, room);
    const far = tops.findIndex((top, at) => Math.abs(top - (cards[at]?.want ?? 0)) > room.budget || top < room.least);
    const next = far < 0 ? -1 : tallestAround(cards, folded, tops, height, far, room);
    if (next < 0) return tops.map((top, at) => ({ top, folded: folded[at] ?? false }));
    folded[next] = true;
  }
}

function stacked(cards: readonly Card[], height: (at: number) => number, { gap, least }: Room): number[] {
  const tops: number[] = [];
  cards.forEach((card, at) => {
    const free = at === 0 ? least : (tops[at - 1] ?? 0) + height(at - 1) + gap;
    tops.push(card.focused ? card.want : Math.max(card.want, free));
  });
  const focus = cards.findIndex(({ focused }) => focused);
  for (let at = focus - 1; at >= 0; at -= 1) tops[at] = Math.min(tops[at] ?? 0, (tops[at + 1] ?? 0) - gap - height(at));
  return tops;
}

/** Of the cards that touch this one without a free space between, the tallest that can still be folded; -1: none. */
function tallestAround(cards: readonly Card[], folded: readonly boolean[], tops: readonly number[], height: (at: number) => number, far: number, { gap }: Room): number {
  const touches = (at: number): boolean => (tops[at + 1] ?? Infinity) - (tops[at] ?? 0) - height(at) <= gap + 1;
  let [from, to] = [far, far];
  while (from > 0 && touches(from - 1)) from -= 1;
  while (to < cards.length - 1 && touches(to)) to += 1;
  let tallest = -1;
  for (let at = from; at <= to; at += 1) {
    if (cards[at]?.folds && !folded[at] && (tallest < 0 || height(at) > height(tallest))) tallest = at;
  }
  return tallest;
}
