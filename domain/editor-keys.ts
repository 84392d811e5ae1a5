/** What the keys do while the keyboard is on a paragraph of a draft. Nowhere else are they heard, so that nobody has to turn them off (WCAG 2.1.4). */
import { actOf, type Keys, type Press } from "./keys";

export type EditorAct = "next" | "previous" | "edit" | "join" | "split" | "retype" | "drop" | "undo" | "redo" | "keys";

/** The first letters of the acts, which Chinese keyboards have too; Shift turns an act round, or marks one that takes away a paragraph. */
const LETTERS = new Map(Object.entries<EditorAct>({ s: "split", t: "retype", x: "drop", u: "undo" }));
const SHIFTED = new Map(Object.entries<EditorAct>({ j: "join", u: "redo" }));
const NAMED = new Map(Object.entries<EditorAct>({ ArrowDown: "next", ArrowUp: "previous", Enter: "edit" }));

/** `keys`: the reader's own, who may have chosen how to move and where to see the keys. */
export function editorActOf(press: Press, keys: Keys): EditorAct | null {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = press;
  const letter = key.toLocaleLowerCase("en");
  if ((ctrlKey || metaKey) && !altKey && letter === "z") return shiftKey ? "redo" : "undo";
  if (ctrlKey || altKey || metaKey) return null;
  const own = shiftKey ? SHIFTED.get(letter) : (LETTERS.get(letter) ?? NAMED.get(key));
  if (own) return own;
  const act = actOf(press, keys);
  return act === "next-block" ? "next" : act === "previous-block" ? "previous" : act === "keys" ? "keys" : null;
}
