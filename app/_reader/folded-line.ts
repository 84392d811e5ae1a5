/** A thread in one line: its kind, who began it, the first words, how many comments. Pressed, it unfolds. */
import { reveal } from "./passages";

/** Enough to tell it from its neighbours. */
const WORDS = 8;
/** Chinese has no spaces to count words by. */
const CHARACTERS = 60;

export function foldedLine(thread: HTMLElement): HTMLElement {
  const line = document.createElement("button");
  line.type = "button";
  line.className = "line";
  const kind = thread.querySelector(".who")?.querySelector(".kind")?.cloneNode(true);
  const name = document.createElement("strong");
  name.textContent = thread.querySelector(".who strong")?.textContent ?? "";
  const words = document.createElement("span");
  words.textContent = beginning(thread.querySelector(".body, .tombstone")?.textContent ?? "");
  const count = document.createElement("span");
  count.className = "n";
  count.textContent = thread.dataset.total ?? "";
  line.append(...(kind ? [kind] : []), name, words, count);
  line.addEventListener("click", (event) => {
    event.stopPropagation();
    reveal(thread);
  });
  return line;
}

function beginning(text: string): string {
  const words = text.trim().split(/\s+/);
  const first = Array.from(words.slice(0, WORDS).join(" "));
  return first.length > CHARACTERS || words.length > WORDS ? `${first.slice(0, CHARACTERS).join("")}…` : first.join("");
}
