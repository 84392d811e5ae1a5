/** Gives the keyboard back to what had it. It never falls to nowhere: what is gone or hidden has a neighbour. */
import { lift } from "./cards";

/** Removes `from`, a form or the like, and moves to `opener`, else to the nearest to where `from` stood. */
export function giveBack(opener: HTMLElement, from: HTMLElement): void {
  const thread = from.closest<HTMLElement>("section.thread") ?? lastThread(from.closest(".threads"));
  const nearest = [opener, twinOf(opener), thread, blockOf(from), document.getElementById("main")];
  // The way to comment on a block shows under a card in focus only.
  if (opener.closest(".add") && thread) lift(thread);
  from.remove();
  nearest.find((element) => element && takesFocus(element));
}

function lastThread(threads: Element | null): HTMLElement | null {
  return [...(threads?.querySelectorAll<HTMLElement>("section.thread") ?? [])].at(-1) ?? null;
}

/** After the page was renewed the same link is another element. */
function twinOf(opener: HTMLElement): HTMLElement | null {
  const isTwin = opener instanceof HTMLAnchorElement ? ({ href }: HTMLAnchorElement) => href === opener.href : () => false;
  return [...document.querySelectorAll<HTMLAnchorElement>("main a")].find(isTwin) ?? (opener.id ? document.getElementById(opener.id) : null);
}

function blockOf(form: HTMLElement): HTMLElement | null {
  const number = new URL(form.dataset.openedBy ?? "", location.href).searchParams.get("block");
  const block = document.getElementById(`b-${number ?? ""}`);
  return block?.querySelector<HTMLElement>(":scope > .block") ?? block;
}

/** Whether it is there, shown, and has the keyboard now. */
export function takesFocus(element: HTMLElement): boolean {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
  return document.activeElement === element;
}
