/** A member's own comments whose passage says something else since, or is gone; and that one still stands. */
import { and, desc, eq, isNull, lt, not, or, sql, type SQL } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { aliased } from "../../db/aliased";
import type { Writer } from "../../db/client";
import { article, block, revision } from "../../db/schema/articles";
import { anchor, comment, discussion, participant, placement } from "../../db/schema/discussions";
import { reconsidered } from "../../db/schema/reconsidered";
import { writeTogether } from "../../db/write-together";
import type { Write } from "../../db/writes";
import { beginningOf } from "../../domain/comment-text";
import { canEdit, type Reader } from "../../domain/permissions";
import type { OldWords } from "../../domain/thread";
import { wordsOf } from "../articles/old-words";
import { visibleArticle } from "../articles/visible";
import { visibleComment } from "../comments/visible";
import { noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";

type Asked = Context & { reader: Reader };

/** Each is to be read with its old and new words. */
const CHANGED_A_PAGE = 10;

export type ChangedComment = {
  id: string;
  /** What was said, from its beginning. */
  said: string;
  at: string;
  article: { slug: string; title: string; language: string; /** The newest revision, whose words are shown. */ revision: number };
  old: Pick<OldWords, "revision" | "block" | "then" | "now">;
  /** The block it stands on now; null: gone. */
  number: number | null;
};

const BEGINNING = 400;

const past = aliased(block, "past");
const now = aliased(block, "now");
const seen = aliased(block, "seen");
const newest = aliased(revision, "newest");
const written = aliased(revision, "written");
const seenAt = aliased(placement, "seen_at");

/** Both databases count characters here as we do: in code points. */
const wordsIn = (words: typeof seen | typeof now, at: typeof placement | typeof seenAt): SQL => sql`case when ${at.start} is null then ${words.text} else substr(${words.text}, ${at.start} + 1, ${at.end} - ${at.start}) end`;
/** Looked at again by its author, beside the very words it stands on now. */
const isSettled = sql`(${reconsidered.commentId} is not null and ${seenAt.place} is not null and coalesce(${wordsIn(seen, seenAt)}, '') = coalesce(${wordsIn(now, placement)}, ''))`;

/** First comments of threads, the newest first, from after `after`, an id; those that were looked at again are absent. */
export async function changedComments({ db, reader }: Asked, { after }: { after: string | null }): Promise<{ comments: ChangedComment[]; next: string | null }> {
  const rows = await db
    .select({
      ...{ id: comment.id, body: comment.body, at: comment.createdAt, number: placement.blockNumber },
      article: { slug: article.slug, title: newest.title, language: newest.language, revision: newest.number },
      ...{ revision: written.number, block: past.number },
      past: { text: past.text, start: anchor.start, end: anchor.end },
      now: { text: now.text, start: placement.start, end: placement.end },
    })
    .from(participant)
    .innerJoin(comment, eq(comment.participantId, participant.id))
    .innerJoin(discussion, eq(discussion.id, participant.discussionId))
    .innerJoin(article, and(eq(article.id, discussion.articleId), eq(article.state, "published")))
    .innerJoin(newest, and(eq(newest.articleId, article.id), eq(newest.number, article.newest)))
    .innerJoin(placement, and(eq(placement.threadId, comment.threadId), eq(placement.revisionId, newest.id)))
    .innerJoin(anchor, eq(anchor.threadId, comment.threadId))
    .innerJoin(written, eq(written.id, anchor.revisionId))
    .innerJoin(past, and(eq(past.revisionId, anchor.revisionId), eq(past.blockId, anchor.blockId)))
    .leftJoin(now, and(eq(now.revisionId, newest.id), eq(now.number, placement.blockNumber)))
    .leftJoin(reconsidered, eq(reconsidered.commentId, comment.id))
    .leftJoin(seenAt, and(eq(seenAt.threadId, comment.threadId), eq(seenAt.revisionId, reconsidered.revisionId)))
    .leftJoin(seen, and(eq(seen.revisionId, seenAt.revisionId), eq(seen.number, seenAt.blockNumber)))
    .where(
      and(
        eq(participant.memberId, reader.id),
        eq(comment.depth, 0),
        isNull(comment.deletedAt),
        or(eq(placement.text, "changed"), eq(placement.place, "removed")),
        not(isSettled),
        after === null ? undefined : lt(comment.id, after),
      ),
    )
    .orderBy(desc(comment.id))
    .limit(CHANGED_A_PAGE + 1);
  const page = rows.slice(0, CHANGED_A_PAGE);
  return {
    comments: page.map((row) => ({
      ...{ id: row.id, said: beginningOf(row.body, BEGINNING), at: row.at.toISOString(), article: row.article },
      old: { revision: row.revision, block: row.block, then: wordsOf(row.past) ?? "", now: wordsOf(row.now) },
      number: row.number || null,
    })),
    next: rows.length > CHANGED_A_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

/**
 * Says that one's own comment still stands beside its passage as revision `revision` has it. Twice is once.
 * @throws Refusal noSuch.comment, noSuch.article, notAllowed.notYours, notAllowed.deleted
 */
export async function keepComment(ctx: Asked, input: { comment: string; revision: number }): Promise<{ id: string; slug: string }> {
  const was = await visibleComment(ctx, input.comment);
  if (!canEdit(ctx.reader, was)) throw notAllowed(was.deletedAt && was.memberId === ctx.reader.id ? "deleted" : "notYours");
  if (was.depth > 0) throw noSuch("comment");
  const { revisionId } = await visibleArticle(ctx, was.slug, input.revision);
  const now = ctx.now();
  await writeTogether(
    (w) => [reconsider(w, { commentId: was.id, revisionId, how: "kept", createdAt: now })],
    [{ id: newId(), kind: "comment.kept", articleId: was.articleId, discussionId: was.discussionId, subjectId: was.id, actorId: ctx.reader.id, at: now }],
  );
  return { id: was.id, slug: was.slug };
}

export function reconsider(w: Writer, row: Omit<typeof reconsidered.$inferInsert, "revisionId"> & { revisionId: string | SQL }): Write {
  const { revisionId, how, createdAt } = row;
  return w.insert(reconsidered).values(row).onConflictDoUpdate({ target: reconsidered.commentId, set: { revisionId, how, createdAt } });
}
