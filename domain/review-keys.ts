/** What the keys do while the keyboard is on a thread of a review. Nowhere else are they heard, so that nobody has to turn them off (WCAG 2.1.4). */
import { actOf, type Keys, type Press } from "./keys";

export type ReviewAct = "next" | "previous" | "accept" | "attach" | "detach" | "undo" | "keys";

/** First letters of the acts: accept, re-attach, detach, undo. */
const LETTERS = new Map(Object.entries<ReviewAct>({ a: "accept", r: "attach", d: "detach", u: "undo" }));
const NAMED = new Map(Object.entries<ReviewAct>({ ArrowDown: "next", ArrowUp: "previous" }));

/** `keys`: the reader's own, who may have chosen how to move and where to see the keys. */
export function reviewActOf(press: Press, keys: Keys): ReviewAct | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = press;
  if (ctrlKey || altKey || metaKey) return null;
  const act = actOf(press, keys);
  if (act === "next-block") return "next";
  if (act === "previous-block") return "previous";
  if (act === "keys") return "keys";
  return shiftKey ? null : (LETTERS.get(key.toLocaleLowerCase("en")) ?? NAMED.get(key) ?? null);
}
