/** From here on threads stand in the margin; the stylesheet's `margin` says the same. */
const wide = matchMedia("screen and (width >= 69rem)");

export function isWide(): boolean {
  return wide.matches;
}

export function onWidth(listener: () => void): void {
  wide.addEventListener("change", listener);
}
