/** What was accepted into a draft, when that draft is published or thrown away. */
import { and, eq, isNull } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Db, Writer } from "../../db/client";
import { proposal } from "../../db/schema/answers";
import { anchor, comment, participant, thread } from "../../db/schema/discussions";
import { member } from "../../db/schema/members";
import type { NewEvent } from "../../db/write-together";
import type { Write } from "../../db/writes";
import type { Credit } from "../../domain/reading";
import { answerWrites } from "./mutations";

type Published = { draftId: string; articleId: string; discussionId: string; number: number; by: string | null; at: Date };

/**
 * The writes by which proposals that a published draft says are credited in its revision, and their threads answered as
 * adopted where no editor answered otherwise. Those that were undone or reworded since can be accepted again.
 */
export async function takenWrites(db: Db, to: Published, blocks: readonly { blockId: string; text: string }[]): Promise<{ writes: (w: Writer) => Write[]; events: NewEvent[] }> {
  const rows = await db
    .select({ comment: proposal.commentId, after: proposal.after, blockId: anchor.blockId, thread: thread.id, answer: thread.answer, seen: thread.answers })
    .from(proposal)
    .innerJoin(comment, eq(comment.id, proposal.commentId))
    .innerJoin(thread, eq(thread.id, comment.threadId))
    .innerJoin(anchor, eq(anchor.threadId, thread.id))
    .where(eq(proposal.draftId, to.draftId));
  const said = rows.flatMap((row) => {
    const at = blocks.findIndex(({ blockId, text }) => blockId === row.blockId && text.includes(row.after));
    return at < 0 ? [] : [{ ...row, block: at + 1 }];
  });
  const adopted = said.filter(({ answer }) => answer === null);
  return {
    writes: (w) => [
      ...said.map((one) => w.update(proposal).set({ revision: to.number, block: one.block, draftId: null }).where(eq(proposal.commentId, one.comment))),
      ...adopted.flatMap((one) => answerWrites(w, one, { kind: "adopted", text: null, revision: to.number, block: one.block, commentId: null }, to.by, to.at)),
      letGo(w, to.draftId),
    ],
    events: adopted.map((one) => ({ id: newId(), kind: "thread.answered", articleId: to.articleId, discussionId: to.discussionId, subjectId: one.thread, actorId: to.by, at: to.at })),
  };
}

/** Of a draft that is gone: what it had taken in can be accepted again. */
export function letGo(w: Writer, draftId: string): Write {
  return w.update(proposal).set({ draftId: null, acceptedAt: null, acceptedBy: null }).where(eq(proposal.draftId, draftId));
}

/** More in one revision are told by the threads themselves. */
const CREDITS_SHOWN = 50;

/** Whose proposals a revision says, in the order of its blocks. */
export async function creditsOf(db: Db, { discussionId, revision }: { discussionId: string; revision: number }): Promise<Credit[]> {
  const rows = await db
    .select({ block: proposal.block, comment: comment.id, name: member.name, displayName: member.displayName, credited: member.credited, deletedAt: member.deletedAt })
    .from(proposal)
    .innerJoin(comment, and(eq(comment.id, proposal.commentId), isNull(comment.deletedAt)))
    .innerJoin(participant, eq(participant.id, comment.participantId))
    .innerJoin(member, eq(member.id, participant.memberId))
    .where(and(eq(proposal.discussionId, discussionId), eq(proposal.revision, revision)))
    .orderBy(proposal.block, comment.id)
    .limit(CREDITS_SHOWN);
  return rows.map(({ block, comment: id, ...who }) => ({ block: block ?? 0, comment: id, name: creditedName(who) }));
}

/** The name to credit somebody by; null: they did not consent, or are gone. */
export function creditedName({ name, displayName, credited, deletedAt }: { name: string; displayName: string | null; credited: boolean; deletedAt: Date | null }): string | null {
  return credited && deletedAt === null ? (displayName ?? name) : null;
}
