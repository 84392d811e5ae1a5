/** Comments: what happens when one is written. */
import { and, eq, isNull, lte, or, sql } from "drizzle-orm";
import { v4 as randomId, v7 as newId } from "uuid";
import { anchor, comment, discussion, heat, participant, placement, sentKey, thread } from "../../db/schema/discussions";
import type { Writer } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { block, revision } from "../../db/schema/articles";
import { member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { quoteOf, sentencesOf, trimmedSpan } from "../../domain/anchors";
import { slice } from "../../domain/blocks";
import { faultOfComment } from "../../domain/comment-text";
import { type DraftPlace, placeKey } from "../../domain/draft-place";
import { canReply, type Reader } from "../../domain/permissions";
import { waitBetweenComments } from "../../domain/rates";
import { normalised } from "../../domain/text";
import { useUpDraft } from "../drafts/mutations";
import { badField, changedMeanwhile, noSuch, notAllowed, tooSoon } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";
import type { CommentToPost } from "./to-post";
import { visibleComment, type VisibleComment, visibleDiscussion } from "./visible";

export type Posted = { id: string; slug: string; again: boolean };

/** A unit that another one overtook in a way that decides nothing is made afresh this often. */
const MOST_ATTEMPTS = 5;

/**
 * Posts a comment on a block, on the whole article, or in reply. Sent again with the same key it answers with the
 * comment of the first time.
 * @throws Refusal badField body, noSuch, notAllowed.deleted, tooSoon
 */
export async function postComment(ctx: Context & { reader: Reader }, input: CommentToPost): Promise<Posted> {
  const body = normalised(input.body);
  const fault = faultOfComment(body);
  if (fault) throw badField("body", fault);
  const parent = input.parent === null ? null : await visibleComment(ctx, input.parent);
  const where = await visibleDiscussion(ctx, parent?.discussionId ?? input.discussion);
  const now = ctx.now();
  const words = { id: newId(), kind: input.kind, body, createdAt: now };
  const { place, writes: placed } = parent ? await asReply(ctx, parent, where, words) : await asThread(ctx, input, where, words);

  for (let attempt = 1; ; attempt += 1) {
    const speaker = await speakerIn(ctx, where.id);
    try {
      await writeTogether(
        (w) => [
          must(w.insert(sentKey).values({ memberId: ctx.reader.id, key: input.key, subjectId: words.id, createdAt: now }).onConflictDoNothing(), "key"),
          ...waitingTurn(w, ctx.reader, now),
          ...speaker.writes(w, now),
          ...placed(w, speaker.id),
          w.update(discussion).set({ comments: sql`${discussion.comments} + 1`, lastCommentAt: now }).where(eq(discussion.id, where.id)),
          ...usingUp(w, { reader: ctx.reader, now }, where.id, place, input.draft),
        ],
        [{ id: newId(), kind: "comment.posted", articleId: where.articleId, discussionId: where.id, subjectId: words.id, actorId: ctx.reader.id, at: now }],
      );
      return { id: words.id, slug: where.slug, again: false };
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      if (error.what === "key") return earlier(ctx, input.key);
      if (error.what === "turn") throw tooSoon(await secondsToWait(ctx, now), "body");
      if (error.what === "parent") throw notAllowed("deleted");
      if (attempt === MOST_ATTEMPTS) throw changedMeanwhile("body");
    }
  }
}

type Words = { id: string; kind: CommentToPost["kind"]; body: string; createdAt: Date };
type Where = Awaited<ReturnType<typeof visibleDiscussion>>;
type Placed = { place: DraftPlace; writes: (w: Writer, participantId: string) => Write[] };

/** What was drafted is said now, whether its writer named the draft or only the place. */
export function usingUp(w: Writer, by: { reader: Reader; now: Date }, discussionId: string, at: DraftPlace, draft: CommentToPost["draft"]): Write[] {
  return draft ? [useUpDraft(w, { member: by.reader.id, discussion: discussionId, place: draft.place ?? placeKey(at), version: draft.version }, by.now)] : [];
}

async function asReply({ reader }: Context & { reader: Reader }, parent: VisibleComment, where: Where, words: Words): Promise<Placed> {
  if (!canReply(reader, parent)) throw notAllowed("deleted");
  const { threadId } = parent;
  const writes: Placed["writes"] = (w, participantId) => [
    must(w.update(comment).set({ replies: sql`${comment.replies} + 1` }).where(and(eq(comment.id, parent.id), isNull(comment.deletedAt))), "parent"),
    must(w.update(thread).set({ total: sql`${thread.total} + 1`, comments: sql`${thread.comments} + 1`, lastCommentAt: words.createdAt }).where(eq(thread.id, threadId)), "thread"),
    w.insert(comment).values({
      ...words,
      threadId,
      discussionId: where.id,
      participantId,
      parentId: parent.id,
      depth: parent.depth + 1,
      sequence: sql`(select ${thread.total} from ${thread} where ${thread.id} = ${threadId})`,
      ordinal: sql`(select p.replies from ${comment} p where p.id = ${parent.id})`,
    }),
    ...heatOfThread(w, where, threadId, 1),
  ];
  return { place: { on: "reply", comment: parent.id }, writes };
}

async function asThread({ db }: Context, input: CommentToPost, where: Where, words: Words): Promise<Placed> {
  const seen = await passage(db, input, where);
  const threadId = newId();
  const on = { discussionId: where.id, revisionId: where.revisionId, blockNumber: seen.number };
  const here = and(eq(heat.discussionId, on.discussionId), eq(heat.revisionId, on.revisionId), eq(heat.blockNumber, on.blockNumber));
  const writes: Placed["writes"] = (w, participantId) => [
    w.insert(thread).values({ id: threadId, discussionId: where.id, total: 1, comments: 1, kind: words.kind, lastCommentAt: words.createdAt, createdAt: words.createdAt }),
    w.insert(anchor).values({ threadId, revisionId: seen.revisionId, blockId: seen.blockId, ...seen.quoted, firstSentence: seen.sentences?.first, lastSentence: seen.sentences?.last }),
    w
      .insert(heat)
      .values({ ...on, threads: 1, comments: 1 })
      .onConflictDoUpdate({
        target: [heat.discussionId, heat.revisionId, heat.blockNumber],
        set: { threads: sql`${heat.threads} + 1`, comments: sql`${heat.comments} + 1` },
      }),
    w.insert(placement).values({ ...on, ...seen.now, threadId, ordinal: sql`(select ${heat.threads} from ${heat} where ${here})`, place: "same", cause: "posted" }),
    w.insert(comment).values({ ...words, threadId, discussionId: where.id, participantId, depth: 0, sequence: 1, ordinal: 1 }),
  ];
  const place: DraftPlace = seen.blockId === null ? { on: "article" } : { on: "block", block: seen.blockId, words: input.words ?? undefined };
  return { place, writes };
}

/** The passage its writer saw, and where the newest revision has it. @throws Refusal noSuch.block, conflict.changed */
async function passage(db: Context["db"], { block: number, revision: seenRevision, words: wished }: CommentToPost, where: Where) {
  const [seen] = await db
    .select({ revisionId: revision.id, blockId: block.blockId, text: block.text, sentences: block.sentences })
    .from(revision)
    .leftJoin(block, and(eq(block.revisionId, revision.id), eq(block.number, number ?? 0)))
    .where(and(eq(revision.articleId, where.articleId), eq(revision.number, seenRevision), lte(revision.number, where.newest)));
  if (!seen || (number !== null && seen.blockId === null)) throw noSuch("block");
  if (number === null || seen.blockId === null || seen.text === null) return { revisionId: seen.revisionId, blockId: null, number: 0, quoted: null, sentences: null, now: { text: "exact" as const } };
  const words = wished && trimmedSpan(seen.text, wished);
  const quoted = words && quoteOf(seen.text, words);
  if (words && !quoted) throw noSuch("block");
  const sentences = words && seen.sentences && sentencesOf(seen.text, seen.sentences, words);
  const tied = { revisionId: seen.revisionId, blockId: seen.blockId, quoted, sentences };
  if (seenRevision === where.newest) return { ...tied, number, now: { text: "exact" as const, ...words } };
  const [now] = await db.select({ number: block.number, text: block.text }).from(block).where(and(eq(block.revisionId, where.revisionId), eq(block.blockId, seen.blockId)));
  if (!now) throw changedMeanwhile("body");
  const unchanged = quoted ? slice(now.text, quoted) === quoted.quote : now.text === seen.text;
  return { ...tied, number: now.number, now: unchanged ? { text: "exact" as const, ...words } : { text: "changed" as const } };
}

/** The reader as a participant, known or made in the same unit. */
async function speakerIn({ db, reader }: Context & { reader: Reader }, discussionId: string) {
  const [known] = await db
    .select({ id: participant.id })
    .from(participant)
    .where(and(eq(participant.discussionId, discussionId), eq(participant.memberId, reader.id)));
  if (known) return { id: known.id, writes: (): Write[] => [] };
  const id = randomId();
  return {
    id,
    writes: (w: Writer, now: Date): Write[] => [
      must(w.insert(participant).values({ id, discussionId, memberId: reader.id, createdAt: now }).onConflictDoNothing(), "participant"),
      w.update(discussion).set({ participants: sql`${discussion.participants} + 1` }).where(eq(discussion.id, discussionId)),
    ],
  };
}

/** A member speaks again after a while; guarded by the row, so that two instances count as one. */
function waitingTurn(w: Writer, reader: Reader, now: Date): Write[] {
  const wait = waitBetweenComments(reader, now, settings().rates);
  if (wait === 0) return [];
  const before = new Date(now.getTime() - wait * 1000);
  const ready = and(eq(member.id, reader.id), or(isNull(member.lastCommentAt), lte(member.lastCommentAt, before)));
  return [must(w.update(member).set({ lastCommentAt: now }).where(ready), "turn")];
}

async function secondsToWait({ db, reader }: Context & { reader: Reader }, now: Date): Promise<number> {
  const [row] = await db.select({ last: member.lastCommentAt }).from(member).where(eq(member.id, reader.id));
  const passed = row?.last ? (now.getTime() - row.last.getTime()) / 1000 : 0;
  return Math.max(1, Math.ceil(waitBetweenComments(reader, now, settings().rates) - passed));
}

export function heatOfThread(w: Writer, where: { id: string; revisionId: string }, threadId: string, by: 1 | -1): Write[] {
  const number = sql`(select ${placement.blockNumber} from ${placement} where ${placement.threadId} = ${threadId} and ${placement.revisionId} = ${where.revisionId})`;
  return [
    w
      .update(heat)
      .set({ comments: sql`${heat.comments} + ${by}` })
      .where(and(eq(heat.discussionId, where.id), eq(heat.revisionId, where.revisionId), eq(heat.blockNumber, number))),
  ];
}

/** What the key made the first time. */
async function earlier({ db, reader }: Context & { reader: Reader }, key: string): Promise<Posted> {
  const [sent] = await db.select({ id: sentKey.subjectId }).from(sentKey).where(and(eq(sentKey.memberId, reader.id), eq(sentKey.key, key)));
  if (!sent) throw changedMeanwhile("body");
  const { id, slug } = await visibleComment({ db }, sent.id);
  return { id, slug, again: true };
}
