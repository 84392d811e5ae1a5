/** "Comment on these words": a link that follows what is chosen, by mouse, by finger or by keyboard. */
import { phrases } from "./phrases";
import { chosenWords, type Chosen } from "./selection";

/** After the last change: while it is still drawn larger, a link under the pointer would be in the way. */
const SETTLED_MS = 150;

/** Pixels between it and the words, and the edge of the window. */
const GAP = 8;

let offer: HTMLElement | null = null;
let timer = 0;
let isPressed = false;

export function offerWords(): void {
  document.addEventListener("selectionchange", soon);
  document.addEventListener("pointerdown", (event) => {
    // Handles of a touch selection tell nothing of being let go of.
    isPressed = event.pointerType === "mouse" && !isOffer(event.target);
  });
  document.addEventListener("pointerup", () => {
    isPressed = false;
    soon();
  });
}

function soon(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => void settle(), SETTLED_MS);
}

/** For the key that comments on what is chosen, and need not wait for it to settle. */
export async function offeredLink(): Promise<HTMLAnchorElement | null> {
  clearTimeout(timer);
  await settle();
  return offer?.querySelector("a") ?? null;
}

async function settle(): Promise<void> {
  if (isPressed || isOffer(document.activeElement)) return;
  const chosen = chosenWords();
  offer?.remove();
  offer = null;
  if (chosen) await offerOn(chosen);
}

function isOffer(target: EventTarget | null): boolean {
  return target instanceof Node && offer?.contains(target) === true;
}

/** It stands right after its block, so that Tab leads to it. */
async function offerOn({ block, span, cut, range }: Chosen): Promise<void> {
  const base = block.closest<HTMLElement>("[data-compose]")?.dataset.compose;
  const number = /^b-(\d+)$/.exec(block.id)?.[1];
  if (!base || !number) return;
  const said = await phrases();
  const line = document.createElement("p");
  line.className = "offer";
  const link = document.createElement("a");
  link.className = "button main";
  link.href = `${base}&block=${number}&words=${span.start}-${span.end}`;
  link.textContent = said.choose;
  // A press would end the selection before it became a click.
  link.addEventListener("pointerdown", (event) => event.pointerType === "mouse" && event.preventDefault());
  line.append(link);
  if (cut) {
    const note = document.createElement("span");
    note.textContent = said.cut;
    line.append(note);
  }
  offer?.remove();
  offer = line;
  (block.closest(".table") ?? block.querySelector(":scope > .block") ?? block).after(line);
  place(line, range);
}

/** Below the last line chosen: above it phones show what they offer themselves. */
function place(line: HTMLElement, range: Range): void {
  const last = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  const { left, top, width } = line.getBoundingClientRect();
  const wanted = Math.min(Math.max(GAP, last.left), document.documentElement.clientWidth - width - GAP);
  line.style.translate = `${Math.round(wanted - left)}px ${Math.round(last.bottom + GAP - top)}px`;
}
