/** A word on what was just done, in a corner, with the way to take it back. It goes by itself, but not from under whoever is at it. */
import { giveBack } from "../give-back";
import { phrases } from "../phrases";
import { announce } from "../said";

/** Long enough to read a sentence twice and reach the button by Tab. */
const SHOWN_MS = 10_000;

/** `after`: what did it; the note stands right behind it, so that Tab leads to it. */
type Options = { after: HTMLElement; undo?: () => void };

let shown: HTMLElement | null = null;

export async function toast(text: string, { after, undo }: Options): Promise<void> {
  const said = await phrases();
  shown?.remove();
  const note = document.createElement("p");
  note.className = "toast";
  note.append(Object.assign(document.createElement("span"), { textContent: text }));
  if (undo) note.append(undoButton(said.undo, () => (giveBack(after, note), undo())));
  // Laid over the page by the browser: in a card that is moved, fixed would mean fixed to the card.
  note.popover = "manual";
  after.after(note);
  note.showPopover();
  shown = note;
  announce(text);
  note.addEventListener("keydown", ({ key }) => key === "Escape" && giveBack(after, note));
  leaveLater(note);
}

function undoButton(text: string, press: () => void): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = text;
  button.addEventListener("click", press);
  return button;
}

function leaveLater(note: HTMLElement): void {
  window.setTimeout(() => {
    if (note.matches(":hover, :focus-within")) leaveLater(note);
    else note.remove();
  }, SHOWN_MS);
}
