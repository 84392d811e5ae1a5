/** From thread to thread, in the order of the document, which is that of the page. */
import { reveal, threadsOn } from "../passages";
import { phrases } from "../phrases";
import { announce } from "../said";
import { blockInSight, currentBlock, numberOf } from "./cursor";

export function stepThread(by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>("main section.thread")];
  const here = document.activeElement?.closest<HTMLElement>("section.thread");
  const wanted = here ? all[all.indexOf(here) + by] : nearest(all, by);
  if (wanted) reveal(wanted);
  else void phrases().then(({ noThread }) => announce(noThread));
}

/** From outside all threads: the next one below, or the last one above. */
function nearest(all: HTMLElement[], by: 1 | -1): HTMLElement | undefined {
  const from = placeInPage();
  if (!from) return by > 0 ? all[0] : undefined;
  return by > 0 ? all.find((thread) => isAfter(thread, from)) : all.findLast((thread) => isAfter(from, thread));
}

/** To the next comment not read yet, past the last one to the first. */
export function nextUnread(): void {
  const all = [...document.querySelectorAll<HTMLElement>("main [data-unread]")];
  const from = placeInPage();
  const wanted = (from && all.find((comment) => isAfter(comment, from))) ?? all[0];
  if (wanted) reveal(wanted);
  else void phrases().then(({ noUnread }) => announce(noUnread));
}

/** The first thread on a block; without one the way to begin it is what has the keyboard. */
export function openBlock(block: HTMLElement): void {
  const number = numberOf(block);
  const first = threadsOn(number)?.querySelector<HTMLElement>("section.thread");
  if (first) reveal(first);
  else document.querySelector<HTMLElement>(`a.count[data-block="${number}"]`)?.focus();
}

function placeInPage(): Element | null {
  const active = document.activeElement;
  return active?.closest("main") && active.id !== "main" ? active : (currentBlock() ?? blockInSight());
}

function isAfter(one: Element, other: Element): boolean {
  return Boolean(other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
}
