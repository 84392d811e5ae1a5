/** The writes of a new comment. They go with every post, so that each statement is built once. */
import { and, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { forColumn, statement } from "../../db/prepared";
import { proposal } from "../../db/schema/answers";
import { anchor, comment, discussion, heat, placement, sentKey, thread } from "../../db/schema/discussions";

export const keepKey = statement(["member", "key", "subject", "fingerprint", "now"], (w, given) =>
  w.insert(sentKey).values({ memberId: given.member, key: given.key, subjectId: given.subject, fingerprint: given.fingerprint, createdAt: given.now }).onConflictDoNothing(),
);

/** Of a discussion that is open, and whose threads stand on the revision that whoever posts knows as the newest: no row otherwise. */
export const countInDiscussion = statement(["discussion", "newest", "now"], (w, given) => {
  const begun = or(isNull(discussion.opensAt), lte(discussion.opensAt, forColumn(discussion.opensAt, given.now)));
  const goesOn = or(isNull(discussion.closesAt), gt(discussion.closesAt, forColumn(discussion.closesAt, given.now)));
  return w.update(discussion).set({ comments: sql`${discussion.comments} + 1`, lastCommentAt: forColumn(discussion.lastCommentAt, given.now) }).where(and(eq(discussion.id, given.discussion), or(isNull(discussion.placedOn), eq(discussion.placedOn, given.newest)), begun, goesOn));
});

/** Of one that was open when the comment was sent. */
export const countLate = statement(["discussion", "newest", "now"], (w, given) =>
  w.update(discussion).set({ comments: sql`${discussion.comments} + 1`, lastCommentAt: forColumn(discussion.lastCommentAt, given.now) }).where(and(eq(discussion.id, given.discussion), or(isNull(discussion.placedOn), eq(discussion.placedOn, given.newest)))),
);

export const beginThread = statement(["thread", "discussion", "kind", "now"], (w, given) =>
  w.insert(thread).values({ id: given.thread, discussionId: given.discussion, total: 1, comments: 1, kind: given.kind, lastCommentAt: given.now, createdAt: given.now }),
);

export const tieThread = statement(["thread", "revision", "block", "firstSentence", "lastSentence", "quote", "prefix", "suffix", "start", "end"], (w, given) =>
  w.insert(anchor).values({
    threadId: given.thread,
    revisionId: given.revision,
    blockId: given.block,
    firstSentence: given.firstSentence,
    lastSentence: given.lastSentence,
    quote: given.quote,
    prefix: given.prefix,
    suffix: given.suffix,
    start: given.start,
    end: given.end,
  }),
);

export const heatOfNewThread = statement(["discussion", "revision", "number"], (w, given) =>
  w
    .insert(heat)
    .values({ discussionId: given.discussion, revisionId: given.revision, blockNumber: given.number, threads: 1, comments: 1 })
    .onConflictDoUpdate({
      target: [heat.discussionId, heat.revisionId, heat.blockNumber],
      set: { threads: sql`${heat.threads} + 1`, comments: sql`${heat.comments} + 1` },
    }),
);

/** After its heat, whose count of threads says which thread of its block this one is. */
export const placeThread = statement(["thread", "discussion", "revision", "number", "place", "text", "start", "end"], (w, given) => {
  const here = and(eq(heat.discussionId, given.discussion), eq(heat.revisionId, given.revision), eq(heat.blockNumber, given.number));
  return w.insert(placement).values({
    threadId: given.thread,
    discussionId: given.discussion,
    revisionId: given.revision,
    blockNumber: given.number,
    text: given.text,
    start: given.start,
    end: given.end,
    ordinal: sql`(select ${heat.threads} from ${heat} where ${here})`,
    place: given.place,
    cause: "posted",
  });
});

export const firstComment = statement(["id", "thread", "discussion", "participant", "kind", "body", "now"], (w, given) =>
  w.insert(comment).values({
    id: given.id,
    threadId: given.thread,
    discussionId: given.discussion,
    participantId: given.participant,
    kind: given.kind,
    body: given.body,
    createdAt: given.now,
    depth: 0,
    sequence: 1,
    ordinal: 1,
  }),
);

/** Before or after, with the first comment of its thread. */
export const propose = statement(["id", "discussion", "before", "after"], (w, given) =>
  w.insert(proposal).values({ commentId: given.id, discussionId: given.discussion, before: given.before, after: given.after }),
);

/** Of a comment that is not deleted. */
export const countReply = statement(["parent"], (w, given) =>
  w.update(comment).set({ replies: sql`${comment.replies} + 1` }).where(and(eq(comment.id, given.parent), isNull(comment.deletedAt))),
);

/** Of one that is not locked and still stands in that discussion: no row otherwise. */
export const countInThread = statement(["thread", "discussion", "now"], (w, given) =>
  w
    .update(thread)
    .set({ total: sql`${thread.total} + 1`, comments: sql`${thread.comments} + 1`, lastCommentAt: forColumn(thread.lastCommentAt, given.now) })
    .where(and(eq(thread.id, given.thread), eq(thread.discussionId, given.discussion), isNull(thread.lockedBy))),
);

/** After its parent and its thread are counted, whose counts say which reply and which comment this one is. */
export const reply = statement(["id", "thread", "discussion", "participant", "parent", "depth", "kind", "body", "now"], (w, given) =>
  w.insert(comment).values({
    id: given.id,
    threadId: given.thread,
    discussionId: given.discussion,
    participantId: given.participant,
    parentId: given.parent,
    depth: given.depth,
    kind: given.kind,
    body: given.body,
    createdAt: given.now,
    sequence: sql`(select ${thread.total} from ${thread} where ${thread.id} = ${given.thread})`,
    ordinal: sql`(select p.replies from ${comment} p where p.id = ${given.parent})`,
  }),
);
