/** What of a page's text cannot be read as it is laid out: run inside the page. */

type Piece = { element: Element; words: string; left: number; right: number; top: number; bottom: number };

/** Sideways scroll, text out of the window or cut at its side, and text on text; a line each. */
export function layoutFaults(): string[] {
  /** As much of a line's height, and as many pixels of its width, must lie under another for it to be unreadable. */
  const [SHARE, WIDTH] = [0.4, 2];
  const name = ({ tagName, className }: Element): string => `${tagName.toLowerCase()}.${String(className)}`;

  /** The lines of a text that are seen: those that a clamp leaves out are not. */
  function piecesOf(text: Text): Piece[] {
    const element = text.parentElement;
    const words = text.data.trim().slice(0, 24);
    const seen = element?.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
    if (words === "" || !element || !seen || element.closest(".unseen, .skip, svg, script, textarea, .count .w")) return [];
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].map(({ left, right, top, bottom }) => {
      const piece = { element, words, left, right, top, bottom };
      for (let above: Element | null = element; above && above !== document.body; above = above.parentElement) {
        if (getComputedStyle(above).overflowY === "visible") continue;
        const box = above.getBoundingClientRect();
        piece.top = Math.max(piece.top, box.top);
        piece.bottom = Math.min(piece.bottom, box.bottom);
      }
      return piece;
    }).filter(({ left, right, top, bottom }) => right - left > WIDTH && bottom - top > WIDTH);
  }

  function isCut({ element }: Piece): boolean {
    for (let above: Element | null = element; above && above !== document.body; above = above.parentElement) {
      const { overflowX, textOverflow } = getComputedStyle(above);
      if (["hidden", "clip"].includes(overflowX) && textOverflow !== "ellipsis" && above.scrollWidth > above.clientWidth + WIDTH) return true;
      if (["auto", "scroll"].includes(overflowX)) return false;
    }
    return false;
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const pieces: Piece[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode()) if (node instanceof Text) pieces.push(...piecesOf(node));
  pieces.sort((one, other) => one.top - other.top);
  const faults = new Set<string>();
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.add(`scrolls sideways by ${scrollWidth - clientWidth}`);
  pieces.forEach((one, at) => {
    if ((one.left < -1 || one.right > clientWidth + 1) && !one.element.closest(".table")) faults.add(`outside: ${one.words}`);
    if (isCut(one)) faults.add(`cut: ${one.words}`);
    for (const other of pieces.slice(at + 1)) {
      if (other.top >= one.bottom) break;
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - other.top;
      if (across > WIDTH && down > SHARE * Math.min(one.bottom - one.top, other.bottom - other.top)) faults.add(`${name(one.element)} "${one.words}" under ${name(other.element)} "${other.words}"`);
    }
  });
  return [...faults];
}
