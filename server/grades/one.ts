/** One student's work, in the order of the text, each comment with what it answers. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { block, revision } from "../../db/schema/articles";
import { comment, participant } from "../../db/schema/discussions";
import { feedback } from "../../db/schema/grades";
import { member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { dueFor } from "../../domain/classroom/dates";
import { gateState } from "../../domain/classroom/gate";
import { causes, type Cause } from "../../domain/classroom/counted";
import { snapshotHash, snapshotOf } from "../../domain/classroom/grade-snapshot";
import type { Reader } from "../../domain/permissions";
import { taughtAssignment } from "../assignments/visible";
import { keepLook } from "../classes/looked";
import { shownNameOf } from "../comments/rows";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import { givenTo, isChanged, newestGrades } from "./graded";
import { headOf } from "./head";
import { ruleInForce } from "./rule";
import { commentsBy, countingOf, studentsOf, type Work } from "./work";

type Asked = Context & { reader: Reader };

/** What a person reads and prints at a time. */
const COMMENTS_A_PAGE = 100;

/** What a feedback is about that is about no single comment. */
export const ALL_OF_IT = "all";

/** That it was looked at is kept. `page`: from 1. @throws Refusal noSuch.page */
export async function studentView(ctx: Asked, { assignment: id, place, page: wanted }: { assignment: string; place: string; page: number }) {
  const { db, reader } = ctx;
  const { assignment: work, class: of, me } = await taughtAssignment(ctx, id);
  const [[student], inForce, [released], said] = await Promise.all([studentsOf(db, work, place), ruleInForce(db, id), newestGrades(db, id, place), feedbackFor(ctx, id, place)]);
  if (!student) throw noSuch("page");
  const own = student.memberId === null ? [] : await commentsBy(db, work, student.memberId);
  const counting = countingOf(work, student, own);
  const [counted, excluded] = [new Map(counting.counted.map((one) => [one.id, one])), new Map(counting.excluded.map((one) => [one.id, one.cause]))];
  const ordered = own.sort(inReadingOrder);
  const pages = Math.max(1, Math.ceil(ordered.length / COMMENTS_A_PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  const shown = ordered.slice((page - 1) * COMMENTS_A_PAGE, page * COMMENTS_A_PAGE);
  const [parents, begins] = await Promise.all([parentsOf(ctx, shown), textsOf(ctx, work, shown)]);
  await writeTogether((w) => [keepLook(w, { classId: work.classId, memberId: reader.id, what: "work.read", subjectId: place, at: ctx.now() })]);
  const snapshot = inForce && snapshotOf({ assignmentId: work.id, studentId: student.id, rule: inForce.rule, required: work.required, counting, given: givenTo(student) });
  return {
    work: headOf({ ...work, ...dueFor(work, student.extension) }, of, me.role),
    student: { id: student.id, name: student.name, pseudonym: student.pseudonym, section: student.section, hasJoined: student.memberId !== null, hasOwnDates: student.extension !== null, revealedAt: student.revealedAt?.toISOString() ?? null },
    gate: work.gate.kind === "none" ? null : gateState({ rule: work.gate, opening: student.gate, openedForAllAt: work.gateOpenedAt, now: ctx.now() }),
    ...{ page, pages, totals: counting.totals, excluded: causes.flatMap((cause) => countOf(counting.excluded, cause)) },
    comments: shown.map((one) => ({
      ...{ id: one.id, body: one.body, kind: one.kind, at: one.at.toISOString(), words: one.words, isDeleted: one.isDeleted, isRestricted: one.isRestricted },
      block: one.blockNumber ?? 0,
      passage: begins.get(one.blockNumber ?? 0) ?? null,
      cause: excluded.get(one.id) ?? null,
      minutesLate: counted.get(one.id)?.minutesLate ?? 0,
      credit: counted.get(one.id)?.credit ?? 0,
      parent: parents.get(one.parentId ?? "") ?? null,
      feedback: said.get(one.id) ?? NOTHING_SAID,
    })),
    overall: said.get(ALL_OF_IT) ?? NOTHING_SAID,
    rule: inForce?.rule ?? null,
    mark: { ...givenTo(student), version: student.mark?.version ?? 0 },
    now: snapshot && snapshot.grade,
    /** What the student reads by now is as it was released: whether something was given, said or written since. */
    isChanged: released !== undefined && snapshot !== null && isChanged(released, { hash: snapshotHash(snapshot), feedback: [...said].flatMap(([about, { text }]) => (text === "" ? [] : [{ about, text }])) }),
    released: released ? { points: released.points, most: released.most, number: released.number, releasedAt: released.releasedAt.toISOString() } : null,
  };
}

export type StudentView = Awaited<ReturnType<typeof studentView>>;

const NOTHING_SAID = { text: "", version: 0 };

function countOf(excluded: readonly { cause: Cause }[], cause: Cause): { cause: Cause; count: number }[] {
  const count = excluded.filter((one) => one.cause === cause).length;
  return count === 0 ? [] : [{ cause, count }];
}

type Own = Awaited<ReturnType<typeof commentsBy>>[number];

/** Along the text, the whole article last; threads of a block by age. */
function inReadingOrder(one: Own, other: Own): number {
  const block = (row: Own): number => row.blockNumber || Number.MAX_SAFE_INTEGER;
  return block(one) - block(other) || (one.ordinal ?? 0) - (other.ordinal ?? 0) || one.sequence - other.sequence || (one.id < other.id ? -1 : 1);
}

/** By what it is about. */
export async function feedbackFor({ db }: Pick<Asked, "db">, assignmentId: string, enrolmentId: string): Promise<Map<string, { text: string; version: number }>> {
  const rows = await db.select({ about: feedback.about, text: feedback.text, version: feedback.version }).from(feedback).where(and(eq(feedback.assignmentId, assignmentId), eq(feedback.enrolmentId, enrolmentId)));
  return new Map(rows.map(({ about, ...said }) => [about, said]));
}

async function parentsOf({ db }: Asked, shown: readonly Own[]) {
  const ids = [...new Set(shown.flatMap(({ parentId }) => parentId ?? []))];
  if (ids.length === 0) return new Map<string, never>();
  const rows = await db
    .select({ id: comment.id, body: comment.body, deletedAt: comment.deletedAt, name: shownNameOf, teaches: participant.teaches })
    .from(comment)
    .innerJoin(participant, eq(participant.id, comment.participantId))
    .innerJoin(member, eq(member.id, participant.memberId))
    .where(inArray(comment.id, ids));
  return new Map(rows.map(({ id, deletedAt, ...row }) => [id, { ...row, isDeleted: deletedAt !== null }]));
}

async function textsOf({ db }: Asked, work: Work, shown: readonly Own[]): Promise<Map<number, string>> {
  const numbers = [...new Set(shown.flatMap(({ blockNumber }) => blockNumber ?? []))];
  if (numbers.length === 0) return new Map();
  const rows = await db
    .select({ number: block.number, text: block.text })
    .from(revision)
    .innerJoin(block, and(eq(block.revisionId, revision.id), inArray(block.number, numbers)))
    .where(and(eq(revision.articleId, work.articleId), eq(revision.number, work.revision)))
    .orderBy(asc(block.number));
  return new Map(rows.map(({ number, text }) => [number, text]));
}
