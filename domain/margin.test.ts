import { describe, expect, test } from "vitest";
import { arrange, type Card } from "./margin";

const room = { gap: 10, line: 36, budget: 500, least: 0 };

const card = (want: number, height: number, more: Partial<Card> = {}): Card => ({ want, height, focused: false, folds: true, ...more });

const tops = (cards: Card[], more = {}): number[] => arrange(cards, { ...room, ...more }).map(({ top }) => top);

describe("in the margin", () => {
  test("a card stands beside its passage, or right below the one before it", () => {
    expect(tops([card(100, 80), card(120, 80), card(400, 80)])).toEqual([100, 190, 400]);
  });

  test("the one in focus is exactly level; those above move up, but only where they overlap", () => {
    expect(tops([card(10, 50), card(100, 80), card(120, 80, { focused: true }), card(130, 40)], { least: -100 })).toEqual([-30, 30, 120, 210]);
    expect(tops([card(0, 50), card(300, 80), card(320, 80, { focused: true })])).toEqual([0, 230, 320]);
  });

  test("where one would stand too far away, the tallest it touches is folded to a line", () => {
    const places = arrange([card(0, 400), card(0, 200), card(0, 300)], room);
    expect(places.map(({ folded }) => folded)).toEqual([true, false, false]);
    expect(places.map(({ top }) => top)).toEqual([0, 46, 256]);
  });

  test("cards apart from it are left as they are, and so are the one in focus and forms", () => {
    const places = arrange([card(0, 300), card(2_000, 600, { folds: false }), card(2_000, 100), card(2_000, 90)], room);
    expect(places.map(({ folded }) => folded)).toEqual([false, false, true, true]);
  });

  test("nothing is pushed above the margin's beginning while something can be folded", () => {
    const places = arrange([card(50, 400), card(60, 100, { focused: true })], room);
    expect(places).toEqual([{ top: 14, folded: true }, { top: 60, folded: false }]);
  });

  test("order is kept whatever the wishes", () => {
    const cards = Array.from({ length: 300 }, (_, at) => card((at * 7919) % 5_000, 40 + ((at * 31) % 200), { focused: at === 150 })).sort((one, other) => one.want - other.want);
    const placed = tops(cards);
    expect(placed.every((top, at) => at === 0 || top > (placed[at - 1] ?? 0))).toBe(true);
  });
});
