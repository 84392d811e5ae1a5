/** The comment that opens a gate: kept with it, so that nothing deleted afterwards closes it again. */
import { and, eq } from "drizzle-orm";
import { aliased } from "../../db/aliased";
import type { Writer } from "../../db/client";
import { assignment, gateOpening, studyGroup } from "../../db/schema/assignments";
import { comment, discussion, participant } from "../../db/schema/discussions";
import { writeTogether } from "../../db/write-together";
import type { Write } from "../../db/writes";
import { countedOf, type OwnComment } from "../../domain/classroom/counted";
import { openingComment } from "../../domain/classroom/gate";
import { wordsIn } from "../../domain/classroom/word-count";
import type { Reader } from "../../domain/permissions";
import type { CommentKind } from "../../domain/thread";
import { requirementOf } from "../grades/work";
import type { Context } from "../trpc";
import type { Sight } from "./sight";

type Asked = Pick<Context, "db"> & { reader: Reader };
type Said = { id: string; body: string; kind: CommentKind | null; now: Date; parent: { memberId: string; teaches: string | null } | null };

/** Whether it is late is graded; it opens the gate all the same, or who is late would write blind. */
const NEVER = { commentsDueAt: null, repliesDueAt: null, cutOffAt: null };

/** What is written besides, when this comment is the one that opens the gate for its writer. */
export async function openedBy(ctx: Asked, { assignmentId }: Sight, said: Said): Promise<(w: Writer) => Write[]> {
  const { body, now, parent, ...rest } = said;
  const own = { ...rest, at: now, words: wordsIn(body), passage: null, isDeleted: false, isRestricted: false, ...answering(ctx.reader, parent) };
  return opening(ctx, assignmentId, [own]);
}

/** Opens it where comments that came at the same moment did not know of each other. */
export async function openIfReached(ctx: Asked, { assignmentId }: Sight): Promise<void> {
  const writes = await opening(ctx, assignmentId, []);
  await writeTogether(writes);
}

async function opening({ db, reader }: Asked, assignmentId: string, more: readonly OwnComment[]): Promise<(w: Writer) => Write[]> {
  const [work] = await db.select({ gate: assignment.gate, required: assignment.required, kinds: assignment.kinds, timeZone: assignment.timeZone }).from(assignment).where(eq(assignment.id, assignmentId));
  if (work?.gate.kind !== "after") return () => [];
  const { counted } = countedOf([...(await ownComments({ db, reader }, assignmentId)), ...more], { required: requirementOf(work), due: NEVER, late: null, timeZone: work.timeZone });
  const by = openingComment(work.gate, counted);
  if (by === null) return () => [];
  const row = { assignmentId, memberId: reader.id, commentId: by, openedAt: new Date(counted.find(({ id }) => id === by)?.at ?? 0) };
  // Whom a teacher closed it for has a row already.
  return (w) => [w.insert(gateOpening).values(row).onConflictDoNothing()];
}

const above = aliased(comment, "above");
const aboveBy = aliased(participant, "above_by");

async function ownComments({ db, reader }: Asked, assignmentId: string): Promise<OwnComment[]> {
  const rows = await db
    .select({ id: comment.id, at: comment.createdAt, body: comment.body, kind: comment.kind, deletedAt: comment.deletedAt, restriction: comment.restriction, parentBy: aboveBy.memberId, parentTeaches: aboveBy.teaches })
    .from(studyGroup)
    .innerJoin(discussion, eq(discussion.audience, studyGroup.id))
    .innerJoin(participant, and(eq(participant.discussionId, discussion.id), eq(participant.memberId, reader.id)))
    .innerJoin(comment, eq(comment.participantId, participant.id))
    .leftJoin(above, eq(above.id, comment.parentId))
    .leftJoin(aboveBy, eq(aboveBy.id, above.participantId))
    .where(eq(studyGroup.assignmentId, assignmentId));
  return rows.map(({ body, deletedAt, restriction, parentBy, parentTeaches, ...row }) => ({
    ...row,
    words: wordsIn(body),
    passage: null,
    isDeleted: deletedAt !== null,
    isRestricted: restriction !== null,
    ...answering(reader, parentBy === null ? null : { memberId: parentBy, teaches: parentTeaches }),
  }));
}

/** An answer to a prompt is a comment of one's own. */
function answering(reader: Reader, parent: Said["parent"]): Pick<OwnComment, "isReply" | "isReplyToSelf"> {
  const isReplyToSelf = parent?.memberId === reader.id;
  return { isReply: parent !== null && !isReplyToSelf && parent.teaches === null, isReplyToSelf };
}
