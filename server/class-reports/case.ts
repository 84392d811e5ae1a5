/** One case of a class, as who teaches it sees it before deciding: a comment that nobody reported is one too. */
import { and, desc, eq, isNull, or } from "drizzle-orm";
import { assignment, pseudonym, studyGroup } from "../../db/schema/assignments";
import { enrolment } from "../../db/schema/classes";
import { decision } from "../../db/schema/decisions";
import { discussion, participant } from "../../db/schema/discussions";
import { report } from "../../db/schema/moderation";
import type { Reader } from "../../domain/permissions";
import { readingPath } from "../assignments/sight";
import { wordsOf } from "../articles/old-words";
import { taughtClass, type VisibleClass } from "../classes/visible";
import { toTheMinute } from "../comments/rows";
import { around, passageOf, standingOf, threadOf } from "../moderation/item";
import { reachOf } from "../moderation/item-about";
import { ofClass } from "../moderation/scope";
import { type HeldComment, heldComments, type ModeratedComment, moderatedComments } from "../moderation/subjects";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import { nameInClass } from "./names";

type Asked = Context & { reader: Reader };
type Db = Asked["db"];
type Subject = ModeratedComment | HeldComment;

/** The class with one of its comments, shown or held. @throws Refusal noSuch.page, noSuch.comment */
export async function caseIn(ctx: Asked, input: { class: string; item: string }): Promise<{ of: VisibleClass; shown: ModeratedComment | null; waits: HeldComment | null; on: Subject }> {
  const of = await taughtClass(ctx, input.class);
  const [[shown = null], [waits = null]] = await Promise.all([moderatedComments(ctx, [input.item], of.id), heldComments(ctx, [input.item], of.id)]);
  const on = shown ?? waits;
  if (!on) throw noSuch("comment");
  return { of, shown, waits, on };
}

/** More say the same. */
const REPORTS_TOLD = 50;

/** `name` null: of who has no made-up name yet. */
async function reportsOn(db: Db, { id, discussionId }: Subject, classId: string) {
  const rows = await db
    .select({ id: report.id, memberId: report.memberId, name: nameInClass, ground: report.ground, note: report.note, quote: report.quote, start: report.start, end: report.end, commentVersion: report.commentVersion, outcome: report.outcome, at: report.createdAt })
    .from(report)
    .innerJoin(discussion, eq(discussion.id, discussionId))
    .innerJoin(studyGroup, eq(studyGroup.id, discussion.audience))
    .innerJoin(assignment, eq(assignment.id, studyGroup.assignmentId))
    .leftJoin(enrolment, and(eq(enrolment.classId, classId), eq(enrolment.memberId, report.memberId)))
    .leftJoin(participant, and(eq(participant.discussionId, discussionId), eq(participant.memberId, report.memberId)))
    .leftJoin(pseudonym, and(eq(pseudonym.assignmentId, assignment.id), eq(pseudonym.memberId, report.memberId), isNull(pseudonym.revealedAt)))
    .where(eq(report.commentId, id))
    .orderBy(desc(report.id))
    .limit(REPORTS_TOLD);
  return rows;
}

/** As many as are read; the class's record has all. */
const DECISIONS_TOLD = 10;

/** What was decided about this comment and its thread, the newest first; `by` null: by a moderator of the place. */
async function decidedOn(db: Db, { id }: Subject, threadId: string | null, classId: string) {
  const rows = await db
    .select({ id: decision.id, act: decision.act, ground: decision.ground, facts: decision.facts, at: decision.createdAt, isAutomatic: decision.isAutomatic, undoneAt: decision.undoneAt, reversedBy: decision.reversedBy, byRole: decision.byRole, by: enrolment.name })
    .from(decision)
    .leftJoin(enrolment, and(eq(enrolment.classId, classId), eq(enrolment.memberId, decision.byMemberId)))
    .where(and(eq(decision.classId, classId), threadId === null ? eq(decision.commentId, id) : or(eq(decision.commentId, id), and(eq(decision.threadId, threadId), eq(decision.subject, "thread")))))
    .orderBy(desc(decision.id))
    .limit(DECISIONS_TOLD);
  return rows.map(({ at, undoneAt, reversedBy, byRole, by, ...row }) => ({ ...row, by: byRole === "teacher" || byRole === "assistant" ? by : null, at: at.toISOString(), isUndone: undoneAt !== null, isReversed: reversedBy !== null }));
}

/** The author as the class reads them; `place` null: their place would tell whose made-up name it is. */
async function authorOf(db: Db, { memberId, discussionId, assignmentId }: Subject, classId: string) {
  const [found] = await db
    .select({ id: enrolment.id, role: enrolment.role, leftAt: enrolment.leftAt, name: nameInClass, isMade: pseudonym.name, hasPseudonyms: assignment.hasPseudonyms, revealedAt: pseudonym.revealedAt })
    .from(enrolment)
    .innerJoin(assignment, eq(assignment.id, assignmentId ?? ""))
    .leftJoin(participant, and(eq(participant.discussionId, discussionId), eq(participant.memberId, memberId)))
    .leftJoin(pseudonym, and(eq(pseudonym.assignmentId, assignment.id), eq(pseudonym.memberId, memberId)))
    .where(and(eq(enrolment.classId, classId), eq(enrolment.memberId, memberId)));
  if (!found) return { name: null, role: null, place: null };
  const isTold = found.role !== "student" || !found.hasPseudonyms || found.revealedAt !== null;
  return { name: found.name, role: found.role, place: isTold && found.leftAt === null ? found.id : null };
}

async function workOf(db: Db, { discussionId }: Subject) {
  const [found] = await db.select({ id: assignment.id, title: assignment.title, number: studyGroup.number, hasGroups: assignment.hasGroups }).from(discussion).innerJoin(studyGroup, eq(studyGroup.id, discussion.audience)).innerJoin(assignment, eq(assignment.id, studyGroup.assignmentId)).where(eq(discussion.id, discussionId));
  if (!found) throw noSuch("comment");
  return { id: found.id, title: found.title, group: found.hasGroups ? found.number : null, readAt: readingPath(found.id, found.number) };
}

/** @throws Refusal noSuch.page, noSuch.comment */
export async function classCaseOf(ctx: Asked, input: { class: string; item: string }) {
  const { db } = ctx;
  const { of, shown, waits, on } = await caseIn(ctx, input);
  const threadId = shown?.threadId ?? null;
  const [standing, work, near, passage, reports, decisions, author, thread, reach, scope] = await Promise.all([
    standingOf(db, on.id),
    workOf(db, on),
    around(db, on),
    passageOf(db, on),
    reportsOn(db, on, of.id),
    decidedOn(db, on, threadId, of.id),
    authorOf(db, on, of.id),
    threadOf(db, threadId),
    reachOf(db, shown),
    ofClass(ctx, of),
  ]);
  const comments = near.map((one) => ({ ...one, at: toTheMinute(new Date(one.at)).toISOString() }));
  const waiting = standing !== null && standing.closedAt === null;
  return {
    class: { id: of.id, name: of.name },
    role: of.me.role,
    id: on.id,
    work,
    article: { language: on.textLanguage },
    isHeld: waits !== null,
    /** Null: it does not wait for anybody. */
    waiting: waiting ? { since: toTheMinute(standing.openedAt).toISOString(), caught: standing.caught, isHidden: standing.isHidden } : null,
    /** What a decision says it saw. */
    seen: standing?.version ?? null,
    ground: standing?.ground ?? ("review" as const),
    passage: passage && { number: passage.number, words: wordsOf(passage) ?? "", text: passage.text, isGone: passage.isGone },
    before: comments.filter((one) => one.id !== on.id && (shown === null || one.sequence < shown.sequence)),
    after: comments.filter((one) => shown !== null && one.sequence > shown.sequence),
    comment: comments.find((one) => one.id === on.id) ?? heldAsComment(waits, author.name),
    version: shown?.version ?? 1,
    isRefused: waits?.refusedBy != null,
    restriction: shown?.restriction ?? null,
    author,
    thread,
    /** Whose own case it is hears what was decided, not who reported it. */
    reports: (on.memberId === ctx.reader.id ? [] : reports).map(({ at, memberId: _, ...one }) => ({ ...one, at: toTheMinute(at).toISOString() })),
    decisions,
    reach,
    /** Why the reader cannot decide it; null: they can. */
    fault: scope.faultOf({ authorId: on.memberId, authorRole: on.memberRole, authorInClass: on.classRole, reporters: reports.flatMap(({ memberId, outcome }) => (memberId !== null && outcome === null ? [memberId] : [])) }),
  };
}

export type ClassCaseView = Awaited<ReturnType<typeof classCaseOf>>;

/** As if it stood there already. */
export function heldAsComment(of: HeldComment | null, name: string | null) {
  if (!of) throw noSuch("comment");
  const { post, id, createdAt } = of;
  return { id, parentId: post.parent, sequence: 0, kind: post.kind, body: post.body, isGone: false, restriction: null, by: id, name, displayName: null, proposal: post.proposal === null ? null : { before: "", after: post.proposal }, at: toTheMinute(createdAt).toISOString(), editedAt: null };
}
