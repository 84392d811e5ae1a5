/** What a text would do to an article's discussion, before anything is written. */
import { and, eq, inArray } from "drizzle-orm";
import { comment } from "../../db/schema/discussions";
import type { Block } from "../../domain/blocks";
import { groupOf, seemsAnother } from "../../domain/carry-over";
import { beginningOf } from "../../domain/comment-text";
import { visibleArticle } from "../articles/visible";
import { chunked } from "../articles/revision-writes";
import type { Context } from "../trpc";
import { carriedIn } from "./carried-rows";
import type { StoredRefusal } from "./carrying";
import type { Told } from "./compute";
import { blocksOfRevision } from "./drafts";
import { isSameText } from "./identical";
import type { ReviewCounts } from "./review";
import { shownThreads } from "./threads";

export type Passage = { number: number; text: string };
/** `likeness`: in hundredths; `nearest`: where to look for what has no place. */
export type Doubtful = { thread: string; said: string; old: Passage | null; now: Passage | null; nearest: Passage | null; likeness: number };
/** `revision`: the number it would have; `isAnother`: almost nothing of the text before is left. */
export type Foreseen = { revision: number; threads: number; counts: ReviewCounts; isAnother: boolean; doubtful: Doubtful[] };

/** @throws Refusal noSuch.article; Error when the thread that computes dies */
export async function foresee({ db }: Pick<Context, "db">, slug: string, blocks: readonly Block[], told?: Told): Promise<Foreseen | (StoredRefusal & { refused: string })> {
  const { head, revisionId } = await visibleArticle({ db }, slug);
  const newest = await blocksOfRevision(db, revisionId);
  if (blocks.length === 0) return { refused: "no-text" };
  if (isSameText(blocks, newest)) return { refused: "identical", number: head.revision };
  const draft = blocks.map(({ text }, place) => ({ blockId: String(place), text }));
  const threads = await shownThreads(db, { discussionId: head.discussionId, revisionId });
  const all = await carriedIn(db, { newest, draft, revisionId }, threads, told);
  if ("refused" in all) return all;
  const counts: ReviewCounts = { "needs-you": 0, changed: 0, removed: 0, moved: 0, exact: 0 };
  for (const one of all.carried) counts[groupOf(one)] += 1;
  const asked = all.carried.filter(({ needsHuman }) => needsHuman);
  const said = await beginnings(db, asked.map(({ threadId }) => threadId));
  const passage = (texts: readonly { text: string }[], place: number | null): Passage | null => {
    const text = texts[place ?? -1]?.text;
    return place === null || text === undefined ? null : { number: place + 1, text };
  };
  const doubtful = asked.map(({ threadId, oldNumber, block, nearest, likeness }): Doubtful => ({
    ...{ thread: threadId, said: said.get(threadId) ?? "", likeness: Math.round(likeness * 100) },
    ...{ old: passage(newest, oldNumber - 1), now: passage(draft, block), nearest: passage(draft, nearest) },
  }));
  return { revision: head.revision + 1, threads: threads.length, counts, isAnother: seemsAnother(all.kept), doubtful };
}

async function beginnings(db: Context["db"], threads: readonly string[]): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  for (const some of chunked(threads)) {
    const rows = await db.select({ threadId: comment.threadId, body: comment.body }).from(comment).where(and(inArray(comment.threadId, some), eq(comment.sequence, 1)));
    for (const { threadId, body } of rows) said.set(threadId, beginningOf(body));
  }
  return said;
}
