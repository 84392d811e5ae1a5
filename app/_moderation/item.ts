/** The case that is open, and how another takes its place without leaving the page. */
import { countDown } from "./undo";

export function pane(): HTMLElement | null {
  return document.getElementById("item");
}

/** The keyboard is on the case at once: whoever opens the queue came to work through it. */
export function wakeItem(): void {
  shown();
  if (document.activeElement === null || document.activeElement === document.body) focusItem();
}

export function focusItem(): void {
  const item = pane();
  // Where the list is all there is room for, it is the list.
  const wanted = item && item.querySelector("#item-title")?.checkVisibility() ? item : document.querySelector<HTMLElement>(".rail li a");
  wanted?.focus({ preventScroll: true });
  if (item?.checkVisibility()) item.scrollIntoView({ block: "nearest" });
}

/** After another page has taken this one's place. */
export function shown(): void {
  document.querySelector<HTMLElement>("[data-queue-keys]")?.removeAttribute("hidden");
  countDown();
}

/** Takes the queue and the case from another page, and what was selected along. False: there is none on it. */
export function renewFrom(page: Document): boolean {
  const [here, there] = [document.querySelector("[data-moderation]"), page.querySelector("[data-moderation]")];
  if (!here || !there) return false;
  const picked = new Set([...document.querySelectorAll<HTMLInputElement>("[data-pick]:checked")].map(({ value }) => value));
  const [rail, wasOpen] = [document.querySelector(".rail"), new Set([...document.querySelectorAll(".rail details[open]")].map(({ className }) => className))];
  const scrolled = rail?.scrollTop ?? 0;
  here.replaceWith(document.importNode(there, true));
  for (const box of document.querySelectorAll<HTMLInputElement>("[data-pick]")) box.checked = picked.has(box.value);
  for (const details of document.querySelectorAll<HTMLDetailsElement>(".rail details")) if (wasOpen.has(details.className)) details.open = true;
  const again = document.querySelector(".rail");
  if (again) again.scrollTop = scrolled;
  document.title = page.title;
  shown();
  return true;
}
