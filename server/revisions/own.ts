/** A member's own comments whose passage says something else since, or is gone; and that one still stands. */
import { and, desc, eq, isNull, lt, not, sql, type SQL } from "drizzle-orm";
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
import { publicComment } from "../comments/visible";
import { notAllowed } from "../refusals";
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
const then = aliased(revision, "then");
const seenAt = aliased(placement, "seen_at");
const pastAt = aliased(placement, "past_at");

type Block = typeof seen | typeof now | typeof past;
type At = typeof placement | typeof seenAt | typeof pastAt;

/** Both databases count characters here as we do: in code points. */
const wordsIn = (words: Block, at: At): SQL => sql`coalesce(case when ${at.start} is null then ${words.text} else substr(${words.text}, ${at.start} + 1, ${at.end} - ${at.start}) end, '')`;
/** Looked at again by its author, beside the very words it stands on now. */
const isSettled = sql`(${reconsidered.commentId} is not null and ${seenAt.place} is not null and ${wordsIn(seen, seenAt)} = ${wordsIn(now, placement)})`;

/** Of a first comment, the revision its thread was tied to; of a reply, the newest when it was written: a reply may have been written after a change. */
const writtenIn = sql`case when ${comment.depth} = 0 then ${anchor.revisionId} else (select ${then.id} from ${revision} ${sql.identifier("then")} where ${then.articleId} = ${article.id} and ${then.createdAt} <= ${comment.createdAt} and ${then.number} <= ${article.newest} order by ${then.number} desc limit 1) end`;
/** A first comment is held against the words that were meant, by carrying over; a reply against those that stood there. */
const isChanged = sql`(case when ${comment.depth} = 0 then ${placement.text} = 'changed' or ${placement.place} = 'removed' else ${pastAt.blockNumber} > 0 and ${wordsIn(past, pastAt)} <> ${wordsIn(now, placement)} end)`;
/** Its block where its writer had it: a first comment's by the id of its anchor, a reply's by where the thread stood then. */
const wasHere = sql`(case when ${comment.depth} = 0 then ${past.blockId} = ${anchor.blockId} else ${past.number} = ${pastAt.blockNumber} end)`;

/** Comments and replies, the newest first, from after `after`, an id; those that were looked at again are absent. */
export async function changedComments({ db, reader }: Asked, { after }: { after: string | null }): Promise<{ comments: ChangedComment[]; next: string | null }> {
  const rows = await db
    .select({
      ...{ id: comment.id, body: comment.body, at: comment.createdAt, number: placement.blockNumber },
      article: { slug: article.slug, title: newest.title, language: newest.language, revision: newest.number },
      ...{ revision: written.number, block: past.number },
      past: { text: past.text, start: sql<number | null>`case when ${comment.depth} = 0 then ${anchor.start} else ${pastAt.start} end`, end: sql<number | null>`case when ${comment.depth} = 0 then ${anchor.end} else ${pastAt.end} end` },
      now: { text: now.text, start: placement.start, end: placement.end },
    })
    .from(participant)
    .innerJoin(comment, eq(comment.participantId, participant.id))
    .innerJoin(discussion, eq(discussion.id, participant.discussionId))
    .innerJoin(article, and(eq(article.id, discussion.articleId), eq(article.state, "published")))
    .innerJoin(newest, and(eq(newest.articleId, article.id), eq(newest.number, article.newest)))
    .innerJoin(placement, and(eq(placement.threadId, comment.threadId), eq(placement.revisionId, newest.id)))
    .innerJoin(anchor, eq(anchor.threadId, comment.threadId))
    .innerJoin(written, eq(written.id, writtenIn))
    .leftJoin(pastAt, and(eq(pastAt.threadId, comment.threadId), eq(pastAt.revisionId, written.id)))
    .innerJoin(past, and(eq(past.revisionId, written.id), wasHere))
    .leftJoin(now, and(eq(now.revisionId, newest.id), eq(now.number, placement.blockNumber)))
    .leftJoin(reconsidered, eq(reconsidered.commentId, comment.id))
    .leftJoin(seenAt, and(eq(seenAt.threadId, comment.threadId), eq(seenAt.revisionId, reconsidered.revisionId)))
    .leftJoin(seen, and(eq(seen.revisionId, seenAt.revisionId), eq(seen.number, seenAt.blockNumber)))
    .where(
      and(
        eq(participant.memberId, reader.id),
        eq(discussion.audience, "public"),
        isNull(comment.deletedAt),
        isChanged,
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
  const was = await publicComment(ctx, input.comment);
  if (!canEdit(ctx.reader, was)) throw notAllowed(was.deletedAt && was.memberId === ctx.reader.id ? "deleted" : "notYours");
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
