/** Comments that a rule holds: kept apart from the discussion until a moderator lets them through. */
import { and, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Db, Writer } from "../../db/client";
import { assignment } from "../../db/schema/assignments";
import { enrolment } from "../../db/schema/classes";
import { comment, thread } from "../../db/schema/discussions";
import { held, type HeldPost, queueItem } from "../../db/schema/moderation";
import { must, type Write } from "../../db/writes";
import type { Caught } from "../../domain/moderation/phases";
import { rankOf, urgencyOf } from "../../domain/moderation/queue";
import type { Reader } from "../../domain/permissions";
import { planPost } from "../comments/plan-post";
import { openedBy } from "../assignments/gate-opening";
import { classDiscussion } from "../assignments/sight";
import { toldThatItWaits } from "../class-reports/waiting";
import type { Where } from "../comments/visible";
import { noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { countOnSnooze } from "./claims";
import { decide, type Decided, keepDecision } from "./decided";
import { carryOut } from "./deciding";
import { saidOf } from "./log-writes";
import { chainOf } from "./scope";
import { type HeldComment } from "./subjects";

type Holding = { id: string; post: HeldPost; where: Pick<Where, "id" | "articleId" | "sight">; caught: Caught; /** Written with it: its key, its turn. */ more: (w: Writer) => Write[] };

/** Nobody has seen it and nobody has reported it. */
const WAITING = { weights: 0, ground: null, isPublic: false, ageHours: 0, isAppeal: false, seen: 0 };

/** Keeps a comment for the moderators, or in a class for its teachers, instead of posting it. @throws Overtaken by `key` or `turn` */
export async function holdPost(ctx: Context & { reader: Reader }, { id, post, where, caught, more }: Holding): Promise<void> {
  const now = ctx.now();
  const classId = where.sight?.classId ?? null;
  await carryOut(
    ctx,
    async () => {
      const reasons = { ground: "review" as const, law: null, facts: "", until: null };
      const about = { subject: "comment" as const, commentId: id, memberId: ctx.reader.id, discussionId: where.id, articleId: where.articleId, classId };
      const decided = decide({ act: "hold", about, by: { caught }, reasons, batch: id, at: now });
      const told = classId === null ? null : await toldThatItWaits(ctx.db, classId, { author: ctx.reader.id, reporter: null }, now);
      const item = { id, kind: "held" as const, discussionId: where.id, classId, memberId: ctx.reader.id, ground: "review" as const, caught, isHidden: true, openedAt: now };
      return {
        chain: chainOf({ classId }),
        said: [saidOf(decided)],
        events: [{ id: newId(), kind: "comment.held" as const, discussionId: where.id, subjectId: id, actorId: ctx.reader.id, at: now }],
        writes: (w: Writer) => [
          ...more(w),
          keepDecision(w, decided),
          w.insert(held).values({ id, discussionId: where.id, memberId: ctx.reader.id, post, decisionId: decided.id, createdAt: now }),
          w.insert(queueItem).values({ ...item, urgency: rankOf(urgencyOf(WAITING)) }),
          ...(told ? told(w) : countOnSnooze(w, ctx.reader.id)),
        ],
      };
    },
    ["key", "turn", "rate"],
  );
}

/** The writes that post it after all, in its writer's name, as it would have been. Where its passage is gone it stands with the whole article. @throws Refusal notAllowed.authorGone, deleted or locked where it answers */
export async function letThrough(ctx: Context, was: HeldComment, now: Date): Promise<(w: Writer) => Write[]> {
  if (was.memberDeletedAt || was.leftAt) throw notAllowed("authorGone");
  const author: Reader = { id: was.memberId, name: was.memberName, role: was.memberRole, createdAt: was.memberSince, wasSanctioned: false };
  const { post } = was;
  // In a class it counts as of when it was sent: that somebody had to look makes nobody late.
  const said = { id: was.id, kind: post.kind, body: post.body, now: was.classRole === null ? now : was.createdAt };
  // As who teaches there sees it: the author may have moved to another group since, and others' comments may be kept from them.
  const seeing = was.assignmentId === null ? author : { ...author, id: await whoTeaches(ctx.db, was.assignmentId) };
  const planned = await planPost({ ...ctx, reader: seeing }, { ...post, discussion: was.discussionId }, said, { author, enrolmentId: was.enrolmentId });
  // After planning: that what it answers is gone is for good, a lock may be lifted.
  if (post.parent !== null && (await isLocked(ctx.db, post.parent))) throw notAllowed("locked");
  const sight = planned.where.sight && was.classRole === "student" ? planned.where.sight : null;
  const own = sight && (await classDiscussion({ ...ctx, reader: author }, { discussion: planned.where.id }));
  const opens = sight && own?.sight.isGateOpen !== true ? await openedBy({ db: ctx.db, reader: author }, sight, { ...said, parent: planned.parent }) : () => [];
  return (w) => [must(w.delete(held).where(and(eq(held.id, was.id), eq(held.version, was.version))), "held"), ...planned.writes(w), ...opens(w)];
}

/** Somebody who teaches the class of an assignment. @throws Refusal noSuch.comment when it is ended and nobody does */
async function whoTeaches(db: Db, assignmentId: string): Promise<string> {
  const [found] = await db
    .select({ id: enrolment.memberId })
    .from(assignment)
    .innerJoin(enrolment, and(eq(enrolment.classId, assignment.classId), ne(enrolment.role, "student"), isNull(enrolment.leftAt), isNotNull(enrolment.memberId)))
    .where(eq(assignment.id, assignmentId))
    .limit(1);
  if (!found?.id) throw noSuch("comment");
  return found.id;
}

async function isLocked(db: Db, parentId: string): Promise<boolean> {
  const [found] = await db.select({ lockedBy: thread.lockedBy }).from(comment).innerJoin(thread, eq(thread.id, comment.threadId)).where(eq(comment.id, parentId));
  return found?.lockedBy != null;
}

/** Not let through; its words are kept while that can be objected to. */
export function refuse(w: Writer, was: HeldComment, { id }: Decided): Write[] {
  return [must(w.update(held).set({ refusedBy: id, version: was.version + 1 }).where(and(eq(held.id, was.id), eq(held.version, was.version), isNull(held.refusedBy))), "held")];
}
