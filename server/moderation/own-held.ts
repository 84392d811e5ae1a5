/** What waits for a moderator, as its writer meets it: told why, changed, or taken back. */
import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import { article, revision } from "../../db/schema/articles";
import { studyGroup } from "../../db/schema/assignments";
import { decision } from "../../db/schema/decisions";
import { comment, discussion } from "../../db/schema/discussions";
import { held, queueItem, sealed } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { beginningOf, faultOfComment } from "../../domain/comment-text";
import type { Caught } from "../../domain/moderation/phases";
import { canChangeHidden, type Reader } from "../../domain/permissions";
import { normalised } from "../../domain/text";
import type { CommentKind } from "../../domain/thread";
import { readingPath } from "../assignments/sight";
import { visibleComment, visibleDiscussion } from "../comments/visible";
import { countOne } from "../rate";
import { badField, changedMeanwhile, noSuch, notAllowed, tooMany } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { caughtBefore, caughtInClass } from "./caught";

type Asked = Context & { reader: Reader };

const columns = {
  id: held.id,
  post: held.post,
  version: held.version,
  at: held.createdAt,
  refusedBy: held.refusedBy,
  decisionId: held.decisionId,
  discussionId: held.discussionId,
  caught: queueItem.caught,
  article: { slug: article.slug, title: revision.title, language: revision.language },
  work: studyGroup.assignmentId,
};

function select(db: Context["db"]) {
  return db
    .select(columns)
    .from(held)
    .leftJoin(queueItem, eq(queueItem.id, held.id))
    .innerJoin(discussion, eq(discussion.id, held.discussionId))
    .leftJoin(studyGroup, eq(studyGroup.id, discussion.audience))
    .innerJoin(article, eq(article.id, discussion.articleId))
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)));
}

async function mineWith({ db, reader }: Asked, id: string) {
  const [found] = await select(db).where(and(eq(held.id, id), eq(held.memberId, reader.id)));
  return found ?? null;
}

/** One that waits, was not let through, or is hidden until it is changed, with what caught it. @throws Refusal noSuch.comment when it is not theirs */
export async function ownHeld(ctx: Asked, { comment: id }: { comment: string }): Promise<OwnHeld> {
  const found = await mineWith(ctx, id);
  return found ? seen(found) : ownHidden(ctx, id);
}

async function ownHidden(ctx: Asked, id: string): Promise<OwnHeld> {
  const was = await visibleComment(ctx, id);
  if (!canChangeHidden(ctx.reader, was) || !was.restrictedBy) throw noSuch("comment");
  const [[kept], where] = await Promise.all([
    ctx.db
      .select({ body: sealed.body, caught: decision.caught, item: queueItem.caught, itemId: queueItem.id, closedAt: queueItem.closedAt })
      .from(sealed)
      .innerJoin(comment, eq(comment.id, sealed.commentId))
      .leftJoin(decision, eq(decision.id, comment.restrictedBy))
      .leftJoin(queueItem, eq(queueItem.id, sealed.commentId))
      .where(eq(sealed.commentId, id)),
    visibleDiscussion(ctx, was.discussionId),
  ]);
  if (!kept) throw noSuch("comment");
  const article = { slug: where.slug, title: where.title, language: where.language };
  return { id, version: was.version, article, readAt: was.sight?.readAt ?? null, caught: kept.item ?? kept.caught, body: kept.body, kind: was.kind, at: was.createdAt.toISOString(), decision: was.restrictedBy, state: kept.itemId !== null && kept.closedAt === null ? "hidden-waits" : "hidden" };
}

type Row = NonNullable<Awaited<ReturnType<typeof mineWith>>>;

/**
 * `version`: of what a change starts from. `decision`: why it is not shown, by a rule or a moderator. `state`: nobody has seen it and a moderator will look; it was
 * not let through; it was seen and is hidden until it is changed; the same, and a moderator will look.
 */
export type OwnHeld = { id: string; version: number; article: { slug: string; title: string; language: string }; /** Of a class's discussion: where it is read. */ readAt: string | null; caught: Caught | null; body: string; kind: CommentKind | null; at: string; decision: string; state: "held" | "refused" | "hidden" | "hidden-waits" };

function seen({ id, version, article: on, caught, post, at, refusedBy, decisionId, work }: Row): OwnHeld {
  return { id, version, article: on, readAt: work && readingPath(work, null), caught, body: post.body, kind: post.kind, at: at.toISOString(), decision: refusedBy ?? decisionId, state: refusedBy === null ? "held" : "refused" };
}

const A_PAGE = 20;

/** The newest first, from after `after`, an id. */
export async function ownHeldList({ db, reader }: Asked, { after }: { after: string | null }) {
  const rows = await select(db)
    .where(and(eq(held.memberId, reader.id), after === null ? undefined : lt(held.id, after)))
    .orderBy(desc(held.id))
    .limit(A_PAGE + 1);
  const page = rows.slice(0, A_PAGE);
  return { held: page.map((row) => ({ ...seen(row), body: beginningOf(row.post.body) })), next: rows.length > A_PAGE ? (page.at(-1)?.id ?? null) : null };
}

/** Takes it back: nobody will see it. Null: nothing of theirs waits under this id. */
export async function takeBackHeld(ctx: Asked, id: string): Promise<{ id: string; slug: string } | null> {
  const was = await mineWith(ctx, id);
  if (!was) return null;
  const now = ctx.now();
  try {
    await writeTogether(
      (w) => [
        must(w.delete(held).where(and(eq(held.id, id), eq(held.memberId, ctx.reader.id))), "held"),
        w.update(queueItem).set({ closedAt: now, version: sql`${queueItem.version} + 1` }).where(and(eq(queueItem.id, id), isNull(queueItem.closedAt))),
      ],
      [{ id: newId(), kind: "comment.taken-back", discussionId: was.discussionId, subjectId: id, actorId: ctx.reader.id, at: now }],
    );
  } catch (error) {
    // It was let through meanwhile, or taken back twice.
    if (!(error instanceof Overtaken)) throw error;
    return null;
  }
  return { id, slug: was.article.slug };
}

type Changed = { comment: string; version: number; kind: CommentKind | null; body: string };

/** Other words for it; it waits on. @throws Refusal noSuch.comment, badField body, notAllowed.refused, conflict.changed, tooMany */
export async function changeHeld(ctx: Asked, input: Changed): Promise<{ id: string }> {
  const body = normalised(input.body);
  const fault = faultOfComment(body);
  if (fault) throw badField("body", fault);
  const was = await mineWith(ctx, input.comment);
  if (!was) throw noSuch("comment");
  if (was.refusedBy !== null) throw notAllowed("refusedHeld");
  const where = await visibleDiscussion(ctx, was.discussionId);
  const caught: Caught | null = where.sight ? await caughtInClass(ctx, { body, where }) : await caughtBefore(ctx, { id: was.id, body, threadId: null, where });
  const [now, rate] = [ctx.now(), settings().rates.editsADay];
  const kind = was.post.proposal === null ? input.kind : ("suggestion" as const);
  try {
    await writeTogether(
      (w) => [
        countOne(w, { what: "edit", whom: ctx.reader.id }, rate, now),
        must(w.update(held).set({ post: { ...was.post, body, kind }, version: input.version + 1 }).where(and(eq(held.id, was.id), eq(held.version, input.version), isNull(held.refusedBy))), "held"),
        // A moderator who has the old words before them is told that there are others.
        w.update(queueItem).set({ caught: caught ?? (was.caught && { ...was.caught, span: null }), version: sql`${queueItem.version} + 1` }).where(eq(queueItem.id, was.id)),
      ],
      [{ id: newId(), kind: "comment.edited", discussionId: was.discussionId, subjectId: was.id, actorId: ctx.reader.id, at: now }],
    );
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    if (error.what === "rate") throw tooMany(rate.perSeconds);
    throw changedMeanwhile("body");
  }
  return { id: was.id };
}
