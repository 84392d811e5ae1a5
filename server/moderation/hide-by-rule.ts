/** A comment that everybody could see is kept from view by a rule until a moderator has looked: a decision like any other. */
import { v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import type { Write } from "../../db/writes";
import type { GroundId } from "../../domain/moderation/house-rules";
import type { Caught } from "../../domain/moderation/phases";
import { toldThatItWaits } from "../class-reports/waiting";
import type { VisibleComment } from "../comments/visible";
import type { Context } from "../trpc";
import { decide, keepDecision } from "./decided";
import type { Plan } from "./deciding";
import { waits } from "./item-writes";
import { saidOf } from "./log-writes";
import { restrict } from "./restrict";
import { chainOf, publicPageOf } from "./scope";
import { itemsOf, type ModeratedComment, moderatedComments, waitingReports } from "./subjects";
import { tell } from "./tell";

type Of = Pick<VisibleComment, "id" | "threadId" | "depth" | "discussionId" | "articleId" | "kind" | "memberId" | "restriction" | "restrictedBy" | "sight"> & { revisionId: string };
/** `ground`: what it was reported for most; null: nobody reported it. */
type Why = { caught: Caught; ground: GroundId | null; now: Date };

/** What hides it, with its decision, its item and its row in the log. Its author hears of it as of any decision. */
export async function hidingByRule(ctx: Pick<Context, "db">, was: Of, { caught, ground, now }: Why): Promise<Plan> {
  const classId = was.sight?.classId;
  const [items, reports, [author], told] = await Promise.all([itemsOf(ctx.db, [was.id]), waitingReports(ctx.db, [was.id]), moderatedComments(ctx, [was.id], classId), classId === undefined ? null : toldThatItWaits(ctx.db, classId, { author: was.memberId, reporter: null }, now)]);
  const [known, open] = [items.get(was.id) ?? null, reports.get(was.id) ?? []];
  const item = { id: was.id, discussionId: was.discussionId, ...(classId === undefined ? {} : { classId }), memberId: was.memberId, ground: ground ?? ("review" as const), caught, isHidden: true };
  const weighed = { reports: open.length, weight: open.reduce((sum, { weight }) => sum + weight, 0) };
  const hiding = hidden(was, caught, author, now);
  return { ...hiding, writes: (w) => [...hiding.writes(w), ...waits(w, known, { ...item, ...weighed }, now), ...(told?.(w) ?? [])] };
}

/** The same without its item. */
export function hidden(was: Of, caught: Caught, author: ModeratedComment | undefined, now: Date): Plan {
  const classId = was.sight?.classId ?? null;
  const about = { subject: "comment" as const, commentId: was.id, threadId: was.threadId, memberId: was.memberId, discussionId: was.discussionId, articleId: was.articleId, classId };
  const decided = decide({ act: "hide", about, by: { caught }, reasons: { ground: "review", law: null, facts: "", until: null }, batch: newId(), at: now });
  const told = (w: Writer): Write[] => (author ? tell(w, { to: author, notice: "decided", mail: "decided", subjectId: decided.id, about: `/decisions/${decided.id}` }, decided.id, now) : []);
  return {
    chain: chainOf({ classId }),
    said: [saidOf(decided)],
    events: [{ id: newId(), kind: "comment.restricted", articleId: publicPageOf({ classId }, was.articleId), discussionId: was.discussionId, subjectId: was.id, at: now }],
    writes: (w) => [keepDecision(w, decided), ...restrict(w, was, decided, "hidden", now), ...told(w)],
  };
}
