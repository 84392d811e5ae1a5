/** What the keys do while the keyboard is in the queue. Nowhere else are they heard, so that nobody has to turn them off (WCAG 2.1.4). */
import { actOf, type Keys, type Press } from "../keys";
import { type GroundId, grounds } from "./house-rules";

/** All that can be chosen for an item, by its name in the form. */
export const itemActs = ["approve", "hide", "remove", "restore", "lock", "unlock", "warn", "hold", "silence", "suspend", "lift"] as const;
export type ItemAct = (typeof itemActs)[number];

/** The rest of what can be done about it. */
export const deeds = ["decide", "claim", "move", "note", "snooze", "select", "bulk", "undo", "next", "previous", "filter", "palette", "keys"] as const;
export type Deed = (typeof deeds)[number];

export type QueueAct = { choose: ItemAct } | { rule: GroundId } | { do: Deed };

/** First letters, as far as they go; what is done seldom, or weighs most, is in the palette only. */
export const actLetters: Partial<Record<ItemAct, string>> = { approve: "a", hide: "h", remove: "r", lock: "l", warn: "w", silence: "s" };
export const deedKeys: Partial<Record<Deed, string>> = { decide: "Enter", claim: "c", note: "n", select: "x", undo: "u", next: "j", previous: "k", filter: "/", palette: ".", keys: "?" };

const LETTERS = new Map<string, QueueAct>([
  ...itemActs.flatMap((act): [string, QueueAct][] => (actLetters[act] === undefined ? [] : [[actLetters[act], { choose: act }]])),
  ...grounds.slice(0, 8).map((rule, place): [string, QueueAct] => [String(place + 1), { rule }]),
  ...(["claim", "note", "select", "undo", "filter", "palette"] as const).flatMap((deed): [string, QueueAct][] => (deedKeys[deed] === undefined ? [] : [[deedKeys[deed], { do: deed }]])),
]);
const NAMED = new Map<string, QueueAct>([
  ["ArrowDown", { do: "next" }],
  ["ArrowUp", { do: "previous" }],
  ["Enter", { do: "decide" }],
]);

/** `keys`: the reader's own, who may have chosen how to move and where to see the keys. Ctrl+K and Cmd+K open the palette, as elsewhere. */
export function queueActOf(press: Press, keys: Keys): QueueAct | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = press;
  const letter = key.toLocaleLowerCase("en");
  if ((ctrlKey || metaKey) && !altKey && !shiftKey && letter === "k") return { do: "palette" };
  if (ctrlKey || altKey || metaKey) return null;
  const act = actOf(press, keys);
  if (act === "next-block") return { do: "next" };
  if (act === "previous-block") return { do: "previous" };
  if (act === "keys") return { do: "keys" };
  // A sign may need Shift, a letter does not; on some keyboards figures do.
  if (shiftKey && /\p{L}/u.test(letter)) return null;
  return LETTERS.get(letter) ?? (shiftKey ? null : (NAMED.get(key) ?? null));
}
