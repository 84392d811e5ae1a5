/** Parts of a thread, found by their ids: work grows with what is shown, however deep or wide the thread is. */
import { and, eq, sql } from "drizzle-orm";
import { type Db, rowsOf } from "../../db/client";
import { comment } from "../../db/schema/discussions";
import { SHOWN_LEVELS } from "../../domain/thread";

/** Direct replies to the top comment on one page. */
export const REPLIES_A_PAGE = 40;
/** Direct replies shown to each comment below it; the rest stand on that comment's own view. */
const REPLIES_BELOW = 10;
/** The most comments of a page: about 150 kB of HTML. */
const COMMENTS_A_PAGE = 200;

/**
 * The comment `top`, a page of the direct replies to it (those after the `after`th), and what is below them, level by
 * level, so that where the page is full no comment stands without the one it answers.
 */
export async function branchIds(top: string, after: number): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(sql`
    with recursive shown(id, level) as (
      select ${comment.id}, 0 from ${comment} where ${comment.id} = ${top}
      union all
      select reply.id, shown.level + 1
      from shown join ${comment} reply on reply.parent_id = shown.id
      where shown.level < ${sql.raw(String(SHOWN_LEVELS))}
        and reply.ordinal > case when shown.level = 0 then ${sql.raw(String(after))} else 0 end
        and reply.ordinal <= case when shown.level = 0 then ${sql.raw(String(after + REPLIES_A_PAGE))} else ${sql.raw(String(REPLIES_BELOW))} end
    )
    select id from shown limit ${sql.raw(String(COMMENTS_A_PAGE))}`);
  return rows.map(({ id }) => id);
}

export async function firstCommentOf(db: Db, threadId: string): Promise<string | null> {
  const [first] = await db.select({ id: comment.id }).from(comment).where(and(eq(comment.threadId, threadId), eq(comment.sequence, 1)));
  return first?.id ?? null;
}
