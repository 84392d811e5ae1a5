/** What each key does to the paragraph the keyboard is on when its turn comes. */
import type { EditorAct } from "../../domain/editor-keys";
import { announce } from "../_reader/said";
import { blockOf, step } from "./cursor";
import { send, soon } from "./send";
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

/** As the button would that does the same. */
export async function done(name: string, block: HTMLElement, more: Record<string, string> = {}): Promise<void> {
  const form = document.querySelector<HTMLFormElement>("form#acts");
  if (!form) return;
  const of = form.querySelector<HTMLInputElement>("input[name=of]")?.value ?? "";
  const failed = await send(form.action.replace(/[^.]+$/, name), { of, block: block.dataset.edited ?? "", ...more });
  if (failed?.refused) announce(failed.refused);
}
