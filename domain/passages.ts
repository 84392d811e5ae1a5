/** Words of a block that threads are about: where the text is cut so that every overlap can be shown. */
import type { Span } from "./blocks";

/** `note`: the thread's number on paper. */
export type Passage = Span & { thread: string; note: string };

/** A stretch of text under the same threads, in the order given; none: plain text. `notes`: of those that end with it. */
export type Stretch = Span & { threads: string[]; notes: string[] };

/** The text from `start` up to `end`, cut wherever a passage begins or ends. */
export function stretchesOf(passages: readonly Passage[], { start, end }: Span): Stretch[] {
  const cuts = passages.flatMap((passage) => [passage.start, passage.end]).filter((at) => at > start && at < end);
  const bounds = [...new Set([start, ...cuts, end])].sort((one, other) => one - other);
  return bounds.slice(0, -1).map((from, place) => {
    const to = bounds[place + 1] ?? end;
    const here = passages.filter((passage) => passage.start < to && passage.end > from);
    return { start: from, end: to, threads: here.map(({ thread }) => thread), notes: here.filter((passage) => passage.end === to).map(({ note }) => note) };
  });
}
