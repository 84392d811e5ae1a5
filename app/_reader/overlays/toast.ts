/** A word on what was just done, in a corner, with the way to take it back. It goes by itself, but not from under whoever is at it. */
import { giveBack } from "../give-back";
import { announce, said } from "../said";

/** Long enough to read a sentence twice and reach the button by Tab. */
const SHOWN_MS = 10_000;

/** `after`: what did it; the note stands right behind it, so that Tab leads to it. */
type Options = { after: HTMLElement; undo?: () => void };

let shown: HTMLElement | null = null;

export function toast(text: string, { after, undo }: Options): void {
  shown?.remove();
  const note = document.createElement("p");
  note.className = "toast";
  note.append(Object.assign(document.createElement("span"), { textContent: text }));
  if (undo) note.append(undoButton(note, after, undo));
  after.after(note);
  shown = note;
  announce(text);
  note.addEventListener("keydown", ({ key }) => key === "Escape" && giveBack(after, note));
  leaveLater(note);
}

function undoButton(note: HTMLElement, after: HTMLElement, undo: () => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = said.undo;
  button.addEventListener("click", () => {
    giveBack(after, note);
    undo();
  });
  return button;
}

function leaveLater(note: HTMLElement): void {
  window.setTimeout(() => {
    if (note.matches(":hover, :focus-within")) leaveLater(note);
    else note.remove();
  }, SHOWN_MS);
}
