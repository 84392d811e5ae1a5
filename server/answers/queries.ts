/** What editors see of a thread they answer. */
import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import { answer, proposal } from "../../db/schema/answers";
import { comment, participant } from "../../db/schema/discussions";
import { member } from "../../db/schema/members";
import type { AnswerKind } from "../../domain/answers";
import { beginningOf } from "../../domain/comment-text";
import { placedThread } from "../articles/placed";
import { visibleArticle } from "../articles/visible";
import { commentsById } from "../comments/rows";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import { visibleThread } from "./visible";

/** Replies to choose the answering one from; who answers a longer thread writes the answer. */
const REPLIES_SHOWN = 100;
/** Answers seldom change twice. */
const HISTORY_SHOWN = 50;

export type GivenAnswer = { number: number; kind: AnswerKind | null; text: string | null; revision: number | null; block: number | null; comment: string | null; by: string | null; at: string };

/** A thread with all answers it was given, the newest first. @throws Refusal noSuch.thread */
export async function answering(ctx: Context, { thread: id }: { thread: string }) {
  const { db } = ctx;
  const found = await visibleThread(ctx, id);
  const [[first], placed, given, replies, [proposed]] = await Promise.all([
    commentsById(db, [found.first]),
    visibleArticle(ctx, found.slug).then((shown) => placedThread(db, shown, id)),
    db
      .select({ number: answer.number, kind: answer.kind, text: answer.text, revision: answer.revision, block: answer.block, comment: answer.commentId, by: member.name, at: answer.at })
      .from(answer)
      .leftJoin(member, and(eq(member.id, answer.byMemberId), isNull(member.deletedAt)))
      .where(eq(answer.threadId, id))
      .orderBy(desc(answer.number))
      .limit(HISTORY_SHOWN),
    db
      .select({ id: comment.id, body: comment.body, name: member.name })
      .from(comment)
      .innerJoin(participant, eq(participant.id, comment.participantId))
      .innerJoin(member, eq(member.id, participant.memberId))
      .where(and(eq(comment.threadId, id), gt(comment.sequence, 1), gt(comment.depth, 0), isNull(comment.deletedAt)))
      .orderBy(asc(comment.sequence))
      .limit(REPLIES_SHOWN),
    db.select({ acceptedAt: proposal.acceptedAt, revision: proposal.revision }).from(proposal).where(eq(proposal.commentId, found.first)),
  ]);
  if (!first) throw noSuch("thread");
  const { slug, title, language, newest, discussionId, quote, answers, pinnedAt } = found;
  return {
    ...{ id, slug, title, language, newest, discussionId, quote },
    comment: first,
    /** The block it stands on in the newest revision; null: on the whole article. */
    block: placed?.blockNumber || null,
    /** How many answers it was given: sent back with the next one. */
    seen: answers,
    isPinned: pinnedAt !== null,
    given: given.map((one): GivenAnswer => ({ ...one, at: one.at.toISOString() })),
    replies: replies.map(({ body, ...reply }) => ({ ...reply, beginning: beginningOf(body) })),
    /** Of a proposed wording: whether an editor put it into the draft, and which revision says it since. */
    proposed: proposed ? { isAccepted: proposed.acceptedAt !== null, revision: proposed.revision } : null,
  };
}

export type Answering = Awaited<ReturnType<typeof answering>>;
