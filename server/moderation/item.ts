/** One case, as a moderator sees it before deciding. A comment that nobody reported is one too. */
import { and, desc, eq, or } from "drizzle-orm";
import { aliased } from "../../db/aliased";
import { proposal } from "../../db/schema/answers";
import { article, block, revision } from "../../db/schema/articles";
import { decision } from "../../db/schema/decisions";
import { comment, participant, placement, thread } from "../../db/schema/discussions";
import { member } from "../../db/schema/members";
import { moderatorNote, queueItem, sealed } from "../../db/schema/moderation";
import { faultOfDeciding, faultOfSanctioning } from "../../domain/moderation/authority";
import type { Ground } from "../../domain/moderation/decision";
import { isClaimed, placeCursor } from "../../domain/moderation/queue-wish";
import type { Reader } from "../../domain/permissions";
import { wordsOf } from "../articles/old-words";
import { newestPassage } from "../comments/newest-passage";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import { likeCases, reachOf, recordOf, reportsOn } from "./item-about";
import { type HeldComment, heldComments, type ModeratedComment, moderatedComments } from "./subjects";

type Asked = Context & { reader: Reader };
type Db = Asked["db"];

const claimer = aliased(member, "claimer");
const askedMember = aliased(member, "asked_member");
const decider = aliased(member, "decider");

/** What is known of it as an item; null: nobody reported it and no rule caught it. */
export async function standingOf(db: Db, id: string) {
  const [found] = await db
    .select({ kind: queueItem.kind, ground: queueItem.ground, caught: queueItem.caught, isHidden: queueItem.isHidden, urgency: queueItem.urgency, openedAt: queueItem.openedAt, closedAt: queueItem.closedAt, isSnoozed: queueItem.isSnoozed, version: queueItem.version, claimedAt: queueItem.claimedAt, claimerId: queueItem.claimedBy, claimedBy: claimer.name, askedAt: queueItem.askedAt, askedOf: queueItem.askedOf, askedName: askedMember.name })
    .from(queueItem)
    .leftJoin(claimer, eq(claimer.id, queueItem.claimedBy))
    .leftJoin(askedMember, eq(askedMember.id, queueItem.askedOf))
    .where(eq(queueItem.id, id));
  return found ?? null;
}

/** The comment itself, what it answers, how its thread begins, and what stands right before and after it. */
export async function around(db: Db, of: ModeratedComment | HeldComment) {
  const near = "threadId" in of ? and(eq(comment.threadId, of.threadId), or(eq(comment.id, of.id), eq(comment.sequence, 1), eq(comment.sequence, of.sequence - 1), eq(comment.sequence, of.sequence + 1), of.parentId === null ? undefined : eq(comment.id, of.parentId))) : eq(comment.id, of.post.parent ?? "");
  const rows = await db
    .select({ id: comment.id, parentId: comment.parentId, sequence: comment.sequence, kind: comment.kind, body: comment.body, sealed: sealed.body, at: comment.createdAt, editedAt: comment.editedAt, deletedAt: comment.deletedAt, restriction: comment.restriction, by: participant.id, name: member.name, shownName: participant.shownName, displayName: member.displayName, memberDeletedAt: member.deletedAt, before: proposal.before, after: proposal.after })
    .from(comment)
    .innerJoin(participant, eq(participant.id, comment.participantId))
    .innerJoin(member, eq(member.id, participant.memberId))
    .leftJoin(sealed, eq(sealed.commentId, comment.id))
    .leftJoin(proposal, eq(proposal.commentId, comment.id))
    .where(near)
    .orderBy(comment.sequence);
  return rows.map(({ at, editedAt, deletedAt, memberDeletedAt, restriction, body, sealed: words, before, after, name, shownName, displayName, ...row }) => ({
    ...row,
    /** In a class as the class reads it. */
    name: memberDeletedAt === null ? (shownName ?? name) : null,
    displayName: shownName === null ? displayName : null,
    /** Of which the tile is cut; absent: of the participant's id. */
    ...(memberDeletedAt === null && shownName !== null ? { tile: shownName } : {}),
    /** Markdown. What its author took back is nobody's to read. */
    body: words ?? body,
    isGone: deletedAt !== null && restriction === null,
    restriction,
    proposal: before === null || after === null ? null : { before, after },
    at: at.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
  }));
}

/** The words of the article it is about; null: the whole article, or they are gone. `isGone`: of what is held, when the newest revision has them no longer. */
export async function passageOf(db: Db, of: ModeratedComment | HeldComment) {
  const inText = { number: block.number, text: block.text };
  if ("threadId" in of) {
    const [found] = await db.select({ ...inText, start: placement.start, end: placement.end }).from(placement).innerJoin(block, and(eq(block.revisionId, placement.revisionId), eq(block.number, placement.blockNumber))).where(and(eq(placement.threadId, of.threadId), eq(placement.revisionId, of.revisionId)));
    return found ? { ...found, isGone: false } : null;
  }
  const { post, newest } = of;
  if (post.block === null) return null;
  const [found] = await db.select({ ...inText, blockId: block.blockId }).from(block).innerJoin(revision, eq(revision.id, block.revisionId)).where(and(eq(revision.articleId, of.articleId), eq(revision.number, post.revision), eq(block.number, post.block)));
  if (!found) return null;
  const isGone = newest !== null && newest !== post.revision && (await newestPassage(db, { ...found, revision: post.revision, span: post.words }, { ...of, newest })) === null;
  return { ...found, start: post.words?.start ?? null, end: post.words?.end ?? null, isGone };
}

/** As many as are read; older ones are there for the author's statement alone. */
const DECISIONS_TOLD = 10;

/** What was decided about this comment and its thread, the newest first. */
async function decidedOn(db: Db, id: string, threadId: string | null) {
  const rows = await db
    .select({ id: decision.id, act: decision.act, ground: decision.ground, facts: decision.facts, at: decision.createdAt, isAutomatic: decision.isAutomatic, undoneAt: decision.undoneAt, reversedBy: decision.reversedBy, by: decider.name })
    .from(decision)
    .leftJoin(decider, eq(decider.id, decision.byMemberId))
    .where(threadId === null ? eq(decision.commentId, id) : or(eq(decision.commentId, id), and(eq(decision.threadId, threadId), eq(decision.subject, "thread"))))
    .orderBy(desc(decision.id))
    .limit(DECISIONS_TOLD);
  return rows.map(({ at, undoneAt, reversedBy, ...row }) => ({ ...row, at: at.toISOString(), isUndone: undoneAt !== null, isReversed: reversedBy !== null }));
}

const NOTES_TOLD = 20;

async function notesOn(db: Db, item: string, memberId: string) {
  const rows = await db
    .select({ id: moderatorNote.id, body: moderatorNote.body, at: moderatorNote.createdAt, by: member.name, about: moderatorNote.subjectId })
    .from(moderatorNote)
    .innerJoin(member, eq(member.id, moderatorNote.byMemberId))
    .where(or(eq(moderatorNote.subjectId, item), eq(moderatorNote.subjectId, memberId)))
    .orderBy(desc(moderatorNote.id))
    .limit(NOTES_TOLD);
  return rows.map(({ at, about, ...row }) => ({ ...row, at: at.toISOString(), isAboutMember: about === memberId }));
}

async function headOf(db: Db, revisionId: string) {
  const [found] = await db.select({ title: revision.title, language: revision.language, slug: article.slug }).from(revision).innerJoin(article, eq(article.id, revision.articleId)).where(eq(revision.id, revisionId));
  if (!found) throw noSuch("comment");
  return found;
}

export async function threadOf(db: Db, threadId: string | null) {
  if (threadId === null) return null;
  const [found] = await db.select({ id: thread.id, lockedBy: thread.lockedBy, comments: thread.comments }).from(thread).where(eq(thread.id, threadId));
  return found ? { id: found.id, isLocked: found.lockedBy !== null, comments: found.comments } : null;
}

/** `appeal`: that one has a page of its own. @throws Refusal noSuch.comment */
export async function itemOf(ctx: Asked, { item: id }: { item: string }) {
  const { db, reader } = ctx;
  const [[shown], [waits], standing] = await Promise.all([moderatedComments(ctx, [id]), heldComments(ctx, [id]), standingOf(db, id)]);
  const of = shown ?? waits;
  if (!of) {
    if (standing?.kind === "appeal") return { isAppeal: true as const };
    throw noSuch("comment");
  }
  const threadId = shown?.threadId ?? null;
  const ground: Ground = standing?.ground ?? "review";
  const [article, comments, passage, reports, record, like, notes, decisions, thread, reach] = await Promise.all([
    headOf(db, of.revisionId),
    around(db, of),
    passageOf(db, of),
    reportsOn(db, id),
    recordOf(ctx, of.memberId),
    likeCases(db, ground, id),
    notesOn(db, id, of.memberId),
    decidedOn(db, id, threadId),
    threadOf(db, threadId),
    reachOf(db, shown ?? null),
  ]);
  const waiting = standing !== null && standing.closedAt === null;
  return {
    isAppeal: false as const,
    id,
    article,
    kind: waits ? ("held" as const) : ("comment" as const),
    /** Null: it does not wait for anybody. */
    waiting: waiting ? { since: standing.openedAt.toISOString(), ground, caught: standing.caught, isHidden: standing.isHidden, isSnoozed: standing.isSnoozed, place: placeCursor({ rank: standing.urgency, at: standing.openedAt.getTime(), id }) } : null,
    /** What a decision says it saw. */
    seen: standing?.version ?? null,
    ground,
    claimed: waiting && isClaimed(standing, ctx.now()) ? { by: standing.claimedBy, isMine: standing.claimerId === reader.id, at: standing.claimedAt?.toISOString() ?? "" } : null,
    /** A second moderator was asked for; `name` null: whoever comes. */
    asked: waiting && standing.askedAt !== null ? { name: standing.askedName, isMe: standing.askedOf === reader.id } : null,
    passage: passage && { number: passage.number, words: wordsOf(passage) ?? "", text: passage.text, isGone: passage.isGone },
    before: comments.filter((one) => one.id !== id && (shown === undefined || one.sequence < shown.sequence)),
    after: comments.filter((one) => shown !== undefined && one.sequence > shown.sequence),
    comment: comments.find((one) => one.id === id) ?? heldAsComment(waits),
    version: shown?.version ?? 1,
    /** Held, and not let through: it can be let through all the same. */
    isRefused: waits?.refusedBy != null,
    restriction: shown?.restriction ?? null,
    author: { id: of.memberId, name: record.isGone ? null : of.memberName, role: of.memberRole, ...record },
    thread,
    reports,
    like,
    notes,
    decisions,
    reach,
    /** Why this moderator cannot; null: they can. */
    fault: faultOfDeciding(reader, { authorId: of.memberId, authorRole: of.memberRole, reporters: reports.flatMap(({ memberId, outcome }) => (memberId !== null && outcome === null ? [memberId] : [])) }),
    faultOfMember: faultOfSanctioning(reader, { id: of.memberId, role: of.memberRole }),
  };
}

export type ItemView = Extract<Awaited<ReturnType<typeof itemOf>>, { isAppeal: false }>;

function heldAsComment(of: HeldComment | undefined) {
  if (!of) throw noSuch("comment");
  const { post, id, createdAt, memberName, memberDeletedAt } = of;
  return { id, parentId: post.parent, sequence: 0, kind: post.kind, body: post.body, isGone: false, restriction: null, by: of.memberId, name: memberDeletedAt === null ? memberName : null, displayName: null, proposal: post.proposal === null ? null : { before: "", after: post.proposal }, at: createdAt.toISOString(), editedAt: null };
}
