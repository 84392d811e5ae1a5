/** Scrolls as little as it takes to show what has the keyboard: once its card has found its place, and again when it has moved there. */
export function keepInSight(element: HTMLElement): void {
  const show = (): void => {
    if (element.contains(document.activeElement)) element.scrollIntoView({ block: "nearest" });
  };
  requestAnimationFrame(() => requestAnimationFrame(show));
  element.closest("section.thread, form.composer")?.addEventListener("transitionend", show, { once: true });
}
