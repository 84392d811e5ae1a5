/** The paragraph the keyboard is on. One of them is reached by Tab; from it the arrows lead to the others. */

const BLOCK = "[data-edited]";

/** By its id: the list is made anew under it. */
let at = "";

export function blocks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(BLOCK)];
}

export function blockOf(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>(BLOCK) ?? null;
}

/** The block's own words, without what is said of it and can be done to it. */
export function textOf(block: HTMLElement): HTMLElement | null {
  return block.querySelector<HTMLElement>(":scope > .block");
}

export function wakeCursor(): void {
  makeReachable();
  document.addEventListener("focusin", ({ target }) => {
    const block = target instanceof Element ? blockOf(target) : null;
    if (!block) return;
    at = block.id;
    makeReachable();
  });
}

/** Only the current block is a stop for Tab: 100 would be a long way to what follows. */
export function makeReachable(): void {
  const all = blocks();
  const current = all.find(({ id }) => id === at) ?? all[0];
  for (const block of all) block.tabIndex = block === current ? 0 : -1;
}

export function goTo(block: HTMLElement): void {
  block.focus({ preventScroll: true });
  block.scrollIntoView({ block: "nearest" });
}

/** To the next block, or the one before; past the last, the link to the next page. */
export function step(from: HTMLElement, by: 1 | -1): void {
  const all = blocks();
  const wanted = all[all.indexOf(from) + by] ?? [...document.querySelectorAll<HTMLElement>(`[data-part=blocks] .pager a[rel=${by > 0 ? "next" : "prev"}]`)].at(by > 0 ? -1 : 0);
  if (wanted) goTo(wanted);
}
