/** Nothing with the keyboard hides under the bar, which is higher where its parts need two lines. */

/** CSS pixels between the bar and what is scrolled to. */
const AIR = 24;

export function wakeBar(): void {
  const bar = document.querySelector<HTMLElement>(".bar");
  if (!bar) return;
  new ResizeObserver(() => {
    const isSticky = getComputedStyle(bar).position === "sticky";
    document.documentElement.style.scrollPaddingTop = isSticky ? `${bar.offsetHeight + AIR}px` : "";
  }).observe(bar);
}
