/** From the text to what is said on it: a press on lit words, or on the count beside a block. */
import { cardOf, focusedCard, lift } from "./cards";
import { keepInSight } from "./in-sight";
import { isWide } from "./wide";
import { isPlainClick } from "./plain-click";

export function wakePassages(): void {
  document.addEventListener("click", (event) => {
    if (!isPlainClick(event)) return;
    const count = event.target.closest<HTMLAnchorElement>("a.count:not(.none)");
    const mark = count || event.target.closest("a") ? null : event.target.closest<HTMLElement>("mark.hl");
    if (mark && getSelection()?.isCollapsed !== false) openPassage(mark);
    if (count && toggle(count)) event.preventDefault();
  });
  addEventListener("hashchange", openTarget);
  openTarget();
}

/** Words under several threads lead to each in turn. */
function openPassage(mark: HTMLElement): void {
  const ids = (mark.dataset.threads ?? "").split(" ");
  const next = ids[ids.indexOf(focusedCard()?.dataset.threadId ?? "") + 1] ?? ids[0];
  const thread = next ? document.getElementById(`t-${next}`) : null;
  if (!thread) return;
  reveal(thread);
}

/** In the margin the count leads to the first thread; in the flow it opens and closes them. False: there is none here. */
function toggle(count: HTMLAnchorElement): boolean {
  const threads = threadsOn(count.dataset.block);
  if (!threads) return false;
  if (isWide()) {
    const first = threads.querySelector<HTMLElement>("section.thread");
    if (!first) return false;
    reveal(first);
  } else open(threads, !threads.classList.contains("open"));
  return true;
}

/** The threads on the block with this number; on its own page and among those of a table, too. */
export function threadsOn(number: string | undefined): HTMLElement | null {
  return document.querySelector(`.threads[data-block="${number ?? ""}"]`);
}

/** Shows or hides the threads of a block where they stand in the flow of the text. */
export function open(threads: HTMLElement | null, wanted: boolean): void {
  if (!threads) return;
  threads.classList.toggle("open", wanted);
  const count = document.querySelector(`a.count[data-block="${threads.dataset.block ?? ""}"]`);
  if (count) count.ariaExpanded = String(wanted);
}

/** A link to a comment opens the threads it stands in, and brings its card into focus. */
function openTarget(): void {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (target?.closest("section.thread")) reveal(target);
}

/** Moves the keyboard to a comment or a thread, wherever it is hidden. */
export function reveal(element: HTMLElement): void {
  open(element.closest<HTMLElement>(".threads"), true);
  lift(cardOf(element));
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  keepInSight(element);
}

/** In the flow threads are closed at first: each count says so, and opens its own. */
export function foldThreads(): void {
  for (const count of document.querySelectorAll<HTMLElement>("a.count:not(.none)")) {
    const threads = threadsOn(count.dataset.block);
    count.ariaExpanded = threads && !isWide() ? String(threads.classList.contains("open")) : null;
  }
}
