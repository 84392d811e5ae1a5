/** All that a member has written since a day, decided in batches that bear one id, so that they are undone as one. */
import { and, asc, count, eq, gt, gte, isNull } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { comment, discussion, participant } from "../../db/schema/discussions";
import type { CommentAct } from "../../domain/moderation/decision";
import { MOST_AT_ONCE } from "../../domain/moderation/decision";
import type { Reader } from "../../domain/permissions";
import type { Context } from "../trpc";
import { decideOnComments } from "./on-comments";
import type { SentReasons } from "./reasons";

type Asked = Context & { reader: Reader };

/** `after`: the id at which the batch before ended; `batch`: its id. */
export type OnAll = { act: Extract<CommentAct, "hide" | "remove">; member: string; since: Date; after: string | null; batch: string | null; reasons: SentReasons | null };

/** `claimed`: of those passed over, how many another moderator has in hand. `next`: where to go on, null when all is done; `left`: how many there are still. What cannot be decided is passed over. @throws Refusal badField */
export async function decideOnAll(ctx: Asked, { act, member, since, after, batch, reasons }: OnAll) {
  const theirs = and(eq(participant.memberId, member), eq(discussion.audience, "public"), gte(comment.createdAt, since), isNull(comment.deletedAt));
  const from = (place: string | null) => ctx.db.select({ id: comment.id }).from(comment).innerJoin(participant, eq(participant.id, comment.participantId)).innerJoin(discussion, eq(discussion.id, comment.discussionId)).where(and(theirs, place === null ? undefined : gt(comment.id, place)));
  const rows = await from(after).orderBy(asc(comment.id)).limit(MOST_AT_ONCE + 1);
  const page = rows.slice(0, MOST_AT_ONCE);
  const of = batch ?? newId();
  const { decided, skipped } = page.length === 0 ? { decided: [], skipped: [] } : await decideOnComments(ctx, { act, comments: page.map(({ id }) => ({ id, seen: null })), reasons, batch: of, passesOver: true });
  const last = page.at(-1)?.id ?? null;
  const next = rows.length > MOST_AT_ONCE ? last : null;
  const [left] = next === null ? [] : await ctx.db.select({ count: count() }).from(from(next).as("left_over"));
  return { batch: of, decided: decided.length, skipped: skipped.length, claimed: skipped.filter(({ why }) => why === "claimed").length, next, left: left?.count ?? 0 };
}
