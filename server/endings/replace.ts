/** Replacing the names of a class: first in what was written, as long as they are known, then person by person, so that no row leads to an account any more. */
import { and, asc, count, eq, exists, inArray, isNotNull, isNull, like, or, sql } from "drizzle-orm";
import { v4 as randomId } from "uuid";
import type { Db, Writer } from "../../db/client";
import { proposal } from "../../db/schema/answers";
import { assignment, extension, gateOpening, prompt, pseudonym } from "../../db/schema/assignments";
import { accessLog, enrolment, joinCode, schoolClass } from "../../db/schema/classes";
import { decision } from "../../db/schema/decisions";
import { comment, edit, participant, sentKey } from "../../db/schema/discussions";
import { draft } from "../../db/schema/drafts";
import { event, outbox } from "../../db/schema/events";
import { feedback, grade } from "../../db/schema/grades";
import { member, oneTimeLink } from "../../db/schema/members";
import { appeal, appealNote, held, logRow, moderatorNote, notice, queueItem, report, sanction } from "../../db/schema/moderation";
import { readMark } from "../../db/schema/reading";
import { type Write } from "../../db/writes";
import { namesOut } from "../../domain/classroom/names-out";
import { replacedName } from "../../domain/classroom/ending";
import { deletion } from "../members/deletion";
import { cardAccounts } from "./accounts";
import { idAfter, PLAIN_ROWS_AT_ONCE, ROWS_AT_ONCE, type Step } from "./unit";
import { assignmentsIn, commentsIn, decisionsIn, discussionsIn } from "./within";

export function replacing(db: Db): Step[] {
  return [said(db), otherTexts(db), people(db), actors(db)];
}

/** Everybody who learns or learnt in it, in an order that is nobody's: ids are random. Who teaches keeps their name. */
async function learning(db: Db, classId: string) {
  const [rows, [of]] = await Promise.all([
    db
      .select({ id: enrolment.id, name: enrolment.name, memberId: enrolment.memberId, handle: member.name, displayName: member.displayName, goneAt: member.deletedAt })
      .from(enrolment)
      .leftJoin(member, eq(member.id, enrolment.memberId))
      .where(and(eq(enrolment.classId, classId), eq(enrolment.role, "student")))
      .orderBy(asc(enrolment.id)),
    db.select({ language: schoolClass.language }).from(schoolClass).where(eq(schoolClass.id, classId)),
  ]);
  return rows.map((row, at) => ({ ...row, instead: replacedName(at + 1, of?.language === "zh" ? "zh" : "en") }));
}

async function withoutNames(db: Db, classId: string): Promise<(text: string) => string> {
  const all = await learning(db, classId);
  return namesOut(all.flatMap(({ name, handle, displayName, goneAt, instead }) => [name, ...(goneAt === null ? [handle, displayName] : [])].flatMap((known) => (known === null ? [] : [[known, instead] as const]))));
}

/** The words of comments, now and before they were edited. */
function said(db: Db): Step {
  return async (ending) => {
    const { classId } = ending;
    if (isPast(ending, "said")) return null;
    const ids = (await commentsIn(db, classId, idAfter(ending, "said")).orderBy(asc(comment.id)).limit(ROWS_AT_ONCE)).map(({ id }) => id);
    const last = ids.at(-1);
    if (last === undefined) return null;
    const [out, now, before, wordings] = await Promise.all([
      withoutNames(db, classId),
      db.select({ id: comment.id, body: comment.body }).from(comment).where(inArray(comment.id, ids)),
      db.select({ commentId: edit.commentId, version: edit.version, body: edit.body, proposal: edit.proposal }).from(edit).where(inArray(edit.commentId, ids)),
      db.select({ commentId: proposal.commentId, after: proposal.after }).from(proposal).where(inArray(proposal.commentId, ids)),
    ]);
    const changed = now.filter(({ body }) => out(body) !== body);
    return {
      upTo: `said:${last}`,
      counts: { comments: changed.length },
      writes: (w) => [
        ...changed.map(({ id, body }) => w.update(comment).set({ body: out(body) }).where(eq(comment.id, id))),
        ...before.filter((one) => out(one.body) !== one.body || (one.proposal !== null && out(one.proposal) !== one.proposal)).map((one) => w.update(edit).set({ body: out(one.body), proposal: one.proposal === null ? null : out(one.proposal) }).where(and(eq(edit.commentId, one.commentId), eq(edit.version, one.version)))),
        ...wordings.filter(({ after }) => out(after) !== after).map(({ commentId, after }) => w.update(proposal).set({ after: out(after) }).where(eq(proposal.commentId, commentId))),
      ],
    };
  };
}

const ORDER = ["said", "texts", "people", "actors"] as const;

/** Steps that go by a cursor are done when a later one has begun. */
function isPast({ upTo }: { upTo: string | null }, step: (typeof ORDER)[number]): boolean {
  const at = ORDER.findIndex((one) => upTo?.startsWith(`${one}:`));
  return at > ORDER.indexOf(step);
}

/** What teachers and moderators wrote of it: a term's worth, in one unit. What students said in reports is blanked: it names others. */
function otherTexts(db: Db): Step {
  return async (ending, now) => {
    const { classId } = ending;
    if (isPast(ending, "texts") || ending.upTo === "texts:done") return null;
    const [out, works, asked, told, released, looks, decided] = await Promise.all([
      withoutNames(db, classId),
      db.select({ id: assignment.id, instructions: assignment.instructions, title: assignment.title }).from(assignment).where(eq(assignment.classId, classId)),
      db.select({ id: prompt.id, text: prompt.text }).from(prompt).where(inArray(prompt.assignmentId, assignmentsIn(db, classId))),
      db.select().from(feedback).where(inArray(feedback.assignmentId, assignmentsIn(db, classId))),
      db.select({ assignmentId: grade.assignmentId, enrolmentId: grade.enrolmentId, number: grade.number, feedback: grade.feedback }).from(grade).where(and(isNotNull(grade.feedback), inArray(grade.assignmentId, assignmentsIn(db, classId)))),
      db.select({ order: accessLog.order, why: accessLog.why }).from(accessLog).where(and(eq(accessLog.classId, classId), isNotNull(accessLog.why))),
      db.select({ id: decision.id, facts: decision.facts }).from(decision).where(inArray(decision.id, decisionsIn(db, classId))),
    ]);
    return {
      upTo: "texts:done",
      counts: {},
      writes: (w) => {
        const writes: Write[] = [];
        for (const { id, instructions, title } of works) if (out(instructions) !== instructions || out(title) !== title) writes.push(w.update(assignment).set({ instructions: out(instructions), title: out(title) }).where(eq(assignment.id, id)));
        for (const { id, text } of asked) if (out(text) !== text) writes.push(w.update(prompt).set({ text: out(text) }).where(eq(prompt.id, id)));
        for (const one of told) if (out(one.text) !== one.text) writes.push(w.update(feedback).set({ text: out(one.text) }).where(and(eq(feedback.assignmentId, one.assignmentId), eq(feedback.enrolmentId, one.enrolmentId), eq(feedback.about, one.about))));
        for (const { assignmentId, enrolmentId, number, feedback: said } of released) if (said?.some(({ text }) => out(text) !== text)) writes.push(w.update(grade).set({ feedback: said.map(({ about, text }) => ({ about, text: out(text) })) }).where(and(eq(grade.assignmentId, assignmentId), eq(grade.enrolmentId, enrolmentId), eq(grade.number, number))));
        for (const { order, why } of looks) if (why !== null && out(why) !== why) writes.push(w.update(accessLog).set({ why: out(why) }).where(eq(accessLog.order, order)));
        for (const { id, facts } of decided) if (out(facts) !== facts) writes.push(w.update(decision).set({ facts: out(facts) }).where(eq(decision.id, id)));
        return [
          ...writes,
          // The chain holds without the words, which are hashed apart: as when somebody blanks them.
          w.update(logRow).set({ reason: null, reasonSalt: null, redactedAt: now }).where(and(eq(logRow.chain, classId), isNotNull(logRow.reason))),
          w.delete(moderatorNote).where(inArray(moderatorNote.subjectId, commentsIn(w, classId))),
          w.update(report).set({ note: "" }).where(inArray(report.commentId, commentsIn(w, classId))), w.update(extension).set({ why: "" }).where(inArray(extension.assignmentId, assignmentsIn(w, classId))),
        ];
      },
    };
  };
}

/** One student: a row that is nobody's takes their place, and what was theirs alone goes. */
function people(db: Db): Step {
  return async (ending, now) => {
    const { classId } = ending;
    if (isPast(ending, "people")) return null;
    const after = idAfter(ending, "people");
    const one = (await learning(db, classId)).find(({ id }) => id > after);
    if (!one) return null;
    const { memberId, instead } = one;
    const [drafts, notices, [made]] = memberId === null ? [[], [], []] : await Promise.all([
      db.select({ count: count() }).from(draft).where(and(eq(draft.memberId, memberId), inArray(draft.discussionId, discussionsIn(db, classId)))),
      db.select({ count: count() }).from(notice).where(and(eq(notice.memberId, memberId), toldOf(db, classId))),
      cardAccounts(db, classId, one.id),
    ]);
    return {
      upTo: `people:${one.id}`,
      counts: { names: 1, drafts: drafts[0]?.count ?? 0, notices: notices[0]?.count ?? 0, accounts: made ? 1 : 0 },
      writes: (w) => {
        const standIn = memberId === null ? null : randomId();
        const nobody = `~${standIn ?? ""}`;
        const listed = { name: instead, email: null, externalId: null, memberId: standIn, joinedWith: null, accountMade: false };
        if (memberId === null || standIn === null) return [w.update(enrolment).set(listed).where(eq(enrolment.id, one.id))];
        const here = discussionsIn(w, classId);
        const mine = eq(participant.memberId, memberId);
        const ownComments = w.select({ id: comment.id }).from(comment).innerJoin(participant, eq(participant.id, comment.participantId)).where(and(mine, inArray(participant.discussionId, here)));
        // A made-up name leads nowhere already; the same number in every assignment would lead from one to the other.
        const isMadeUp = exists(w.select({ name: pseudonym.name }).from(pseudonym).where(and(eq(pseudonym.memberId, memberId), eq(pseudonym.name, participant.shownName), isNull(pseudonym.revealedAt), inArray(pseudonym.assignmentId, assignmentsIn(w, classId)))));
        return [
          w.insert(member).values({ id: standIn, name: nobody, nameSkeleton: nobody, role: "member", deletedAt: ending.askedAt, createdAt: ending.askedAt }),
          w.delete(sentKey).where(and(eq(sentKey.memberId, memberId), inArray(sentKey.subjectId, ownComments))),
          w.delete(draft).where(and(eq(draft.memberId, memberId), inArray(draft.discussionId, here))),
          w.delete(readMark).where(and(eq(readMark.memberId, memberId), inArray(readMark.discussionId, here))),
          w.delete(notice).where(and(eq(notice.memberId, memberId), toldOf(w, classId))),
          w.delete(held).where(and(eq(held.memberId, memberId), inArray(held.discussionId, here))),
          w.update(report).set({ memberId: null, email: null }).where(and(eq(report.memberId, memberId), inArray(report.commentId, commentsIn(w, classId)))),
          w.update(participant).set({ memberId: standIn, isReplaced: one.goneAt === null, shownName: sql`case when ${isMadeUp} then ${participant.shownName} else ${instead} end` }).where(and(mine, inArray(participant.discussionId, here))),
          ...[pseudonym, gateOpening].map((of) => w.update(of).set({ memberId: standIn }).where(and(eq(of.memberId, memberId), inArray(of.assignmentId, assignmentsIn(w, classId))))),
          w.update(queueItem).set({ memberId: standIn }).where(and(eq(queueItem.memberId, memberId), or(eq(queueItem.classId, classId), inArray(queueItem.discussionId, here)))),
          w.update(decision).set({ memberId: standIn }).where(and(eq(decision.memberId, memberId), inArray(decision.id, decisionsIn(w, classId)))),
          w.update(sanction).set({ memberId: standIn }).where(and(eq(sanction.memberId, memberId), inArray(sanction.decisionId, decisionsIn(w, classId)))),
          w.update(appealNote).set({ byMemberId: standIn, body: "" }).where(and(eq(appealNote.byMemberId, memberId), inArray(appealNote.appealId, w.select({ id: appeal.id }).from(appeal).where(inArray(appeal.decisionId, decisionsIn(w, classId)))))),
          w.update(appeal).set({ memberId: standIn }).where(and(eq(appeal.memberId, memberId), inArray(appeal.decisionId, decisionsIn(w, classId)))),
          w.update(accessLog).set({ memberId: null }).where(and(eq(accessLog.classId, classId), eq(accessLog.memberId, memberId))),
          w.update(enrolment).set(listed).where(eq(enrolment.id, one.id)),
          ...(made ? deletion(w, made.account, true, null, now) : []),
        ];
      },
    };
  };
}

function toldOf(db: Pick<Db, "select">, classId: string) {
  return or(eq(notice.subjectId, classId), inArray(notice.subjectId, assignmentsIn(db, classId)), inArray(notice.subjectId, commentsIn(db, classId)), inArray(notice.decisionId, decisionsIn(db, classId)));
}

/** Who did what. */
function actors(db: Db): Step {
  return async ({ classId }) => {
    const about = or(inArray(event.discussionId, discussionsIn(db, classId)), eq(event.subjectId, classId), inArray(event.subjectId, assignmentsIn(db, classId)), inArray(event.subjectId, db.select({ id: enrolment.id }).from(enrolment).where(eq(enrolment.classId, classId))));
    const rows = await db.select({ order: event.order }).from(event).where(and(isNotNull(event.actorId), about)).limit(PLAIN_ROWS_AT_ONCE);
    if (rows.length === 0) return null;
    return { upTo: "actors:", counts: { events: rows.length }, writes: (w) => [w.update(event).set({ actorId: null }).where(inArray(event.order, rows.map(({ order }) => order)))] };
  };
}

/** The last of it, in the unit that certifies. */
export const namesGone = (classId: string, now: Date) => (w: Writer): Write[] => [
  w.delete(joinCode).where(eq(joinCode.classId, classId)),
  w.delete(outbox).where(eq(outbox.causeId, classId)),
  w.update(oneTimeLink).set({ next: null }).where(like(oneTimeLink.next, `%${classId}%`)),
  w.update(schoolClass).set({ endedAt: now, version: sql`${schoolClass.version} + 1` }).where(eq(schoolClass.id, classId)),
];
