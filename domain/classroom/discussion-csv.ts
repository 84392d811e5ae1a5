/** A class's discussion as a table. Who may see what in it is decided before: this only writes. */
import { csvOf } from "../csv";
import type { CommentKind } from "../thread";

/**
 * `author`: the name whoever asks may see, so a pseudonym for some. `passage`: the block's number, null: the whole article. `quote`: the words the thread was tied to. `answers`:
 * the comment it replies to. `text` null: deleted or hidden. `writtenAt`: shown to the minute, as everywhere in a class.
 */
export type DiscussionRow = {
  group: string | null;
  thread: string;
  comment: string;
  answers: string | null;
  passage: number | null;
  quote: string | null;
  author: string;
  role: "teacher" | "assistant" | "student";
  kind: CommentKind | null;
  words: number;
  writtenAt: Date;
  state: "shown" | "deleted" | "restricted";
  text: string | null;
};

const columns = ["group", "thread", "comment", "answers", "passage", "quote", "author", "role", "kind", "words", "written_at", "state", "text"];

/** UTC, because a table outlives its zone. */
export function discussionCsv(rows: readonly DiscussionRow[]): string {
  return csvOf(
    columns,
    rows.map((row) => [row.group, row.thread, row.comment, row.answers, row.passage, row.quote, row.author, row.role, row.kind, row.words, `${row.writtenAt.toISOString().slice(0, 16)}Z`, row.state, row.text]),
  );
}
