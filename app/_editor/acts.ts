/** What each key does to the paragraph the keyboard is on when its turn comes. */
import type { EditorAct } from "../../domain/editor-keys";
import { blockOf, step } from "./cursor";
import { done } from "./done";
import { soon } from "./send";
import { editWords } from "./words";

export function perform(act: EditorAct, pressed: HTMLElement): void {
  if (act === "next") return step(pressed, 1);
  if (act === "previous") return step(pressed, -1);
  soon(() => doing(act, blockOf(document.activeElement) ?? pressed));
}

async function doing(act: Exclude<EditorAct, "next" | "previous">, block: HTMLElement): Promise<void> {
  switch (act) {
    case "edit":
      return editWords(block);
    case "split":
    case "retype": {
      const { chooseKind, chooseSplit } = await import("./menus");
      return act === "split" ? chooseSplit(block) : chooseKind(block);
    }
    case "keys":
      return (await import("./show-keys")).showKeys();
    case "drop":
      return done(block.dataset.out === undefined ? "drop" : "keep", block);
    case "join":
    case "undo":
    case "redo":
      return done(act, block);
  }
}
