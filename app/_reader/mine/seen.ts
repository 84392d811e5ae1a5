/** Marks as read what stood whole before the reader's eyes for a moment. The marks on the page stay: they tell what was new. */
import { threadOf } from "./page";
import { procedures } from "./procedures";

/** Long enough to have begun reading: what only passes by is not read. */
const SEEN_MS = 1_000;
/** Marks go together, for a page of comments is read in a minute. */
const SEND_MS = 4_000;

const seen = new Set<HTMLElement>();
const inSight = new Set<HTMLElement>();
let waiting: HTMLElement[] = [];
let clock = 0;

const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!(target instanceof HTMLElement)) continue;
    if (isIntersecting) inSight.add(target);
    else inSight.delete(target);
  }
  if (inSight.size > 0) clock ||= window.setInterval(look, SEEN_MS);
});

/** Begins with the unread comments that are on the page now. */
export function watchSeen(): void {
  sight.disconnect();
  inSight.clear();
  for (const comment of document.querySelectorAll<HTMLElement>("[data-unread]")) if (!seen.has(comment)) sight.observe(comment);
}

document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && void send());

function look(): void {
  if (document.visibilityState === "hidden") return;
  for (const comment of inSight) {
    if (!isWhole(comment)) continue;
    inSight.delete(comment);
    sight.unobserve(comment);
    seen.add(comment);
    if (waiting.push(comment) === 1) window.setTimeout(() => void send(), SEND_MS);
  }
  if (inSight.size > 0) return;
  clearInterval(clock);
  clock = 0;
}

/** A card at rest shows three lines of its first comment: who did not unfold it has not read more. */
function isWhole(comment: HTMLElement): boolean {
  const body = comment.querySelector<HTMLElement>(".body");
  return body !== null && body.offsetParent !== null && body.scrollHeight <= body.clientHeight + 1;
}

async function send(): Promise<void> {
  const marked = waiting;
  waiting = [];
  if (marked.length === 0) return;
  const sequences = new Map<string, number[]>();
  for (const comment of marked) sequences.set(threadOf(comment), [...(sequences.get(threadOf(comment)) ?? []), Number(comment.dataset.seq)]);
  try {
    await procedures.reading.mark.mutate([...sequences].map(([thread, all]) => ({ thread, sequences: all })));
  } catch {
    // Not marked: it is new once more the next time, which is what the reader would expect of a lost connection.
    for (const comment of marked) seen.delete(comment);
  }
}
