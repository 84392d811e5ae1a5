/** The block cursor: the keyboard itself moves from block to block, so that whoever listens to the page hears them. */

const BLOCK = "main [data-block-id]";

/** By its id, for the page may be renewed under it. */
let at = "";

function blocks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(BLOCK)];
}

/** The block the keyboard is in or on whose threads it is, else the one it was on last while that is in sight. */
export function currentBlock(): HTMLElement | null {
  const active = document.activeElement;
  const number = active?.closest<HTMLElement>(".threads, a.count")?.dataset.block;
  const here = number ? document.getElementById(`b-${number}`) : active?.closest<HTMLElement>(BLOCK);
  if (here) return here;
  const last = document.getElementById(at);
  return last && isInSight(last) ? last : null;
}

/** Where keys begin that have no other place: at the first block in sight. */
export function blockInSight(): HTMLElement | null {
  return blocks().find(isInSight) ?? null;
}

/** To the next block, or the one before; from nowhere to the first in sight. */
export function step(by: 1 | -1): void {
  const all = blocks();
  const current = currentBlock();
  const wanted = current ? all[all.indexOf(current) + by] : (afterThreads(by) ?? blockInSight());
  if (wanted) goTo(wanted);
}

/** From what is said on the whole article, after all blocks, back to the last. */
function afterThreads(by: 1 | -1): HTMLElement | null {
  return by < 0 && document.activeElement?.closest(".whole") ? (blocks().at(-1) ?? null) : null;
}

export function goTo(block: HTMLElement): void {
  for (const marked of document.querySelectorAll("main [aria-current]")) marked.ariaCurrent = null;
  at = block.id;
  const text = textOf(block);
  text.ariaCurrent = "true";
  text.tabIndex = -1;
  text.focus();
}

/** In a list item the text alone: the item holds its threads too. */
export function textOf(block: HTMLElement): HTMLElement {
  return block.querySelector<HTMLElement>(":scope > .block") ?? block;
}

function isInSight(block: HTMLElement): boolean {
  const { top, bottom } = textOf(block).getBoundingClientRect();
  const bar = document.querySelector(".bar")?.getBoundingClientRect().bottom ?? 0;
  return bottom > Math.max(0, bar) && top < innerHeight;
}

/** The number by which links and threads name it. */
export function numberOf({ id }: HTMLElement): string {
  return id.slice("b-".length);
}
