/** The seconds in which a slip can be taken back. */

let ticking: ReturnType<typeof setInterval> | undefined;

const SECOND_MS = 1_000;

/** When they are over the way is gone, and the keyboard, if it was there, is on the case. */
export function countDown(): void {
  clearInterval(ticking);
  const form = document.querySelector<HTMLFormElement>("form[data-undo]");
  const left = form?.querySelector<HTMLElement>("[data-left]");
  if (!form || !left) return;
  const until = performance.now() + Number(form.dataset.undo);
  const pattern = left.textContent ?? "";
  const tick = () => {
    const seconds = Math.ceil((until - performance.now()) / SECOND_MS);
    if (seconds > 0) return void (left.textContent = pattern.replace(/\d+/, String(seconds)));
    clearInterval(ticking);
    const hadFocus = form.contains(document.activeElement);
    form.remove();
    if (hadFocus) document.getElementById("item")?.focus();
  };
  ticking = setInterval(tick, SECOND_MS);
}
