/** What moderators decide about threads: locked, open again, or tied to another passage. */
import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { block } from "../../db/schema/articles";
import type { ThreadPlace } from "../../db/schema/decisions";
import { heat, placement, reattachment, thread } from "../../db/schema/discussions";
import { must, type Write } from "../../db/writes";
import { slice } from "../../domain/blocks";
import { findWords } from "../../domain/find-words";
import { isRestrictive, type ThreadAct } from "../../domain/moderation/decision";
import type { Reader } from "../../domain/permissions";
import { type AnsweredAppeal, answered, inHand } from "./answered";
import { alreadyDecided, badField, noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { decide, type Decided, keepDecision } from "./decided";
import { carryOut } from "./deciding";
import { saidOf } from "./log-writes";
import { checkedReasons, type SentReasons } from "./reasons";
import { chainOf, ofThePublic, publicPageOf, type Scope } from "./scope";
import { moderatedThread } from "./subjects";
import { tell } from "./tell";

type Asked = Context & { reader: Reader };
type Thread = Awaited<ReturnType<typeof moderatedThread>>;

/** `to`, when it is moved: the block of the newest revision, and its words, in code points or as `quote`, copied from it; null or empty: all of it. */
export type OnThread = { act: ThreadAct; thread: string; reasons: SentReasons | null; to?: { block: number; words: { start: number; end: number } | null; quote?: string }; /** Of an appeal that is granted: this answers it. */ answers?: AnsweredAppeal };

/** @throws Refusal badField, noSuch.thread, noSuch.block, notAllowed.ownCase, above, conflict.decided */
export async function decideOnThread(ctx: Asked, { act, thread: id, reasons: sent, to, answers }: OnThread, scope: Scope = ofThePublic(ctx.reader)): Promise<{ batch: string }> {
  const now = ctx.now();
  const batch = newId();
  const reasons = isRestrictive(act) ? checkedReasons(sent ?? { ground: "law", law: "", facts: "" }, null, now) : sent && { ground: sent.ground, law: null, facts: sent.facts, until: null };
  await carryOut(ctx, async () => {
    const where = await moderatedThread(ctx, id, scope.classId);
    const fault = scope.faultOf({ authorId: where.memberId, authorRole: where.memberRole, authorInClass: where.classRole, reporters: [] });
    if (fault) throw notAllowed(fault);
    if ((act === "lock") === (where.lockedBy !== null) && act !== "move") throw alreadyDecided();
    if (answers && act === "unlock" && where.lockedBy !== answers.of) throw alreadyDecided();
    const reverses = answers?.of ?? (act === "unlock" ? where.lockedBy : null);
    const about = { subject: "thread" as const, threadId: id, memberId: where.memberId, discussionId: where.discussionId, articleId: where.articleId, classId: scope.classId };
    const moved = act === "move" ? await movedTo(ctx, where, to ?? null, now) : null;
    const decided = decide({ act, about, by: { reader: { id: ctx.reader.id, role: scope.as } }, reasons, batch, reverses, before: moved?.before, at: now });
    const kind = act === "lock" ? ("thread.locked" as const) : act === "unlock" ? ("thread.unlocked" as const) : ("thread.moved" as const);
    return {
      chain: chainOf(scope),
      said: [saidOf(decided)],
      events: [{ id: newId(), kind, articleId: publicPageOf(scope, where.articleId), discussionId: where.discussionId, subjectId: id, actorId: ctx.reader.id, at: now }],
      writes: (w: Writer) => [
        ...inHand(w, answers ?? null, now),
        keepDecision(w, decided),
        ...(moved ? moved.writes(w) : locked(w, where, act, decided)),
        ...(reverses ? answered(w, [reverses], decided, now) : []),
        ...tell(w, { to: where, notice: isRestrictive(act) && !answers ? "decided" : "reversed", mail: isRestrictive(act) && !answers ? "decided" : "reversed", subjectId: decided.id, about: `/decisions/${decided.id}` }, decided.id, now),
      ],
    };
  });
  return { batch };
}

function locked(w: Writer, { id, lockedBy }: Thread, act: ThreadAct, decided: Decided): Write[] {
  const asSeen = and(eq(thread.id, id), lockedBy === null ? isNull(thread.lockedBy) : eq(thread.lockedBy, lockedBy));
  return [must(w.update(thread).set({ lockedBy: act === "lock" ? decided.id : null }).where(asSeen), "thread")];
}

/**
 * The thread stands at another passage of the newest revision, and is carried on from there: a person's word stays above the
 * rules'. @throws Refusal badField block, words; noSuch.block
 */
async function movedTo({ db, reader }: Asked, where: Thread, to: OnThread["to"] | null, now: Date): Promise<{ before: ThreadPlace; writes: (w: Writer) => Write[] }> {
  if (!to) throw badField("block", { fault: "required" });
  const here = and(eq(placement.threadId, where.id), eq(placement.revisionId, where.revisionId));
  const [[target], [stands]] = await Promise.all([
    db.select({ id: block.blockId, text: block.text }).from(block).where(and(eq(block.revisionId, where.revisionId), eq(block.number, to.block))),
    db.select({ ...placeColumns, comments: thread.comments }).from(placement).innerJoin(thread, eq(thread.id, placement.threadId)).where(here),
  ]);
  if (!target || !stands) throw noSuch("block");
  if (to.words && !slice(target.text, to.words)) throw noSuch("block");
  const found = to.quote?.trim() ? findWords(target.text, to.quote) : to.words;
  if (typeof found === "string") throw badField("words", { fault: found });
  const span = found ?? { start: null, end: null };
  const { comments, ...before } = stands;
  const reattached = { id: newId(), threadId: where.id, revisionId: where.revisionId, blockId: target.id, ...span, byMemberId: reader.id, createdAt: now };
  return {
    before,
    writes: (w) => [...placedAt(w, where, before.block, { block: to.block, ...span, place: "moved", text: "exact", cause: "person" }, comments, reader.id), w.insert(reattachment).values(reattached)],
  };
}

const placeColumns = { block: placement.blockNumber, ordinal: placement.ordinal, start: placement.start, end: placement.end, place: placement.place, text: placement.text, cause: placement.cause };

type On = { id: string; discussionId: string; revisionId: string };

/** Takes a thread from one block to another of the same revision, with its weight. It comes last there, unless it has its old place back. */
export function placedAt(w: Writer, where: On, from: number, { block: to, ...given }: Omit<ThreadPlace, "ordinal"> & { ordinal?: number }, comments: number, byMemberId: string | null): Write[] {
  const heatOf = (number: number) => and(eq(heat.discussionId, where.discussionId), eq(heat.revisionId, where.revisionId), eq(heat.blockNumber, number));
  const last = sql<number>`(select coalesce(max(p.ordinal), 0) + 1 from ${placement} p where p.discussion_id = ${where.discussionId} and p.revision_id = ${where.revisionId} and p.block_number = ${to})`;
  const counted = { discussionId: where.discussionId, revisionId: where.revisionId, blockNumber: to };
  return [
    must(w.update(placement).set({ ...given, ordinal: given.ordinal ?? last, blockNumber: to, needsHuman: false, byMemberId }).where(and(eq(placement.threadId, where.id), eq(placement.revisionId, where.revisionId), eq(placement.blockNumber, from))), "placement"),
    w.update(heat).set({ comments: sql`${heat.comments} - ${comments}` }).where(heatOf(from)),
    w.insert(heat).values({ ...counted, threads: 1, comments }).onConflictDoUpdate({ target: [heat.discussionId, heat.revisionId, heat.blockNumber], set: { threads: sql`${heat.threads} + 1`, comments: sql`${heat.comments} + ${comments}` } }),
  ];
}
