/** The comment that opens a gate: kept with it, so that nothing deleted afterwards closes it again. */
import { and, eq, isNull } from "drizzle-orm";
import type { Writer } from "../../db/client";
import { assignment, gateOpening, studyGroup } from "../../db/schema/assignments";
import { comment, discussion, participant } from "../../db/schema/discussions";
import type { Write } from "../../db/writes";
import { countsForGate } from "../../domain/classroom/own-count";
import type { Reader } from "../../domain/permissions";
import type { CommentKind } from "../../domain/thread";
import type { Context } from "../trpc";
import type { Sight } from "./sight";

type Said = { id: string; body: string; kind: CommentKind | null; now: Date };

/** What is written besides, when this comment is the one that opens the gate for its writer. */
export async function openedBy({ db, reader }: Pick<Context, "db"> & { reader: Reader }, { assignmentId }: Sight, said: Said): Promise<(w: Writer) => Write[]> {
  const [work] = await db.select({ gate: assignment.gate, required: assignment.required }).from(assignment).where(eq(assignment.id, assignmentId));
  if (work?.gate.kind !== "after") return () => [];
  const own = await db
    .select({ body: comment.body, kind: comment.kind })
    .from(studyGroup)
    .innerJoin(discussion, eq(discussion.audience, studyGroup.id))
    .innerJoin(participant, and(eq(participant.discussionId, discussion.id), eq(participant.memberId, reader.id)))
    .innerJoin(comment, and(eq(comment.participantId, participant.id), isNull(comment.deletedAt)))
    .where(eq(studyGroup.assignmentId, assignmentId));
  const counted = [...own, said].filter((one) => countsForGate(one, work.required)).length;
  if (counted < work.gate.own) return () => [];
  const row = { assignmentId, memberId: reader.id, commentId: said.id, openedAt: said.now };
  // A teacher who closed it for this student keeps it closed.
  return (w) => [w.insert(gateOpening).values(row).onConflictDoNothing()];
}
