/** Comments: what happens when one is written. */
import { and, eq, isNull, lte, or, sql } from "drizzle-orm";
import { v4 as randomId, v7 as newId } from "uuid";
import { discussion, heat, participant, placement, sentKey } from "../../db/schema/discussions";
import type { Writer } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { block, revision } from "../../db/schema/articles";
import { question } from "../../db/prepared";
import { member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { quoteOf, sentencesOf, trimmedSpan } from "../../domain/anchors";
import { faultOfComment } from "../../domain/comment-text";
import { type DraftPlace, placeKey } from "../../domain/draft-place";
import { openingAt } from "../../domain/opening";
import { canReply, type Reader } from "../../domain/permissions";
import { canPropose, faultOfProposal, proposalOf } from "../../domain/proposals";
import { waitBetweenComments } from "../../domain/rates";
import { normalised } from "../../domain/text";
import { saveDraft, useUpDraft } from "../drafts/mutations";
import { badField, changedMeanwhile, noSuch, notAllowed, notTaken, Refusal, tooSoon } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { beginThread, countInDiscussion, countInThread, countReply, firstComment, heatOfNewThread, keepKey, placeThread, propose, reply, tieThread } from "./post-writes";
import { newestPassage } from "./newest-passage";
import { participantIn } from "./queries";
import type { CommentToPost } from "./to-post";
import { visibleComment, type VisibleComment, visibleDiscussion } from "./visible";

export type Posted = { id: string; slug: string; again: boolean };

/** A unit that another one overtook in a way that decides nothing is made afresh this often. */
const MOST_ATTEMPTS = 5;

/**
 * Posts a comment on a block, on the whole article, or in reply. Sent again with the same key it answers with the
 * comment of the first time.
 * @throws Refusal badField body or proposal, noSuch, notAllowed.deleted, closed or notYetOpen (the text is kept as a draft), tooSoon
 */
export async function postComment(ctx: Context & { reader: Reader }, input: CommentToPost): Promise<Posted> {
  const body = normalised(input.body);
  const fault = faultOfComment(body);
  if (fault) throw badField("body", fault);
  const parent = input.parent === null ? null : await visibleComment(ctx, input.parent);
  const discussionId = parent?.discussionId ?? input.discussion;
  // Asked at once, in one round trip: that the discussion may be seen is known before anything is made of the others.
  const asked = [visibleDiscussion(ctx, discussionId), seenPassages(ctx.db, { discussion: discussionId, revision: input.revision, number: input.block ?? 0 }), participantIn(ctx.db, discussionId, ctx.reader)] as const;
  const [where, [seen], known] = await Promise.all(asked);
  const now = ctx.now();
  const words = { id: newId(), kind: input.kind, body, now };
  if (parent && input.proposal !== null) throw badField("proposal", { fault: "nothingToReword" });
  const { place, writes: placed } = parent ? asReply(ctx, parent, where, words) : await asThread(ctx, input, where, words, seen);

  const closed = () => whenClosed(ctx, { ...input, body }, where, place);
  if (openingAt(where, now) !== "open") return closed();
  let speaker = speakerAs(ctx, where.id, known);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await writeTogether(
        (w) => [
          must(keepKey(w, { member: ctx.reader.id, key: input.key, subject: words.id, now }), "key"),
          ...waitingTurn(w, ctx.reader, now),
          ...speaker.writes(w, now),
          ...placed(w, speaker.id),
          must(countInDiscussion(w, { discussion: where.id, newest: where.newest, now }), "closed"),
          ...usingUp(w, { reader: ctx.reader, now }, where.id, place, input.draft),
        ],
        [{ id: newId(), kind: "comment.posted", articleId: where.articleId, discussionId: where.id, subjectId: words.id, actorId: ctx.reader.id, at: now }],
      );
      return { id: words.id, slug: where.slug, again: false };
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      if (error.what === "key") return earlier(ctx, input.key);
      if (error.what === "turn") throw tooSoon(await secondsToWait(ctx, now), "body");
      // Its article was revised meanwhile: it is placed afresh, on what is the newest now.
      if (error.what === "closed") return (await visibleDiscussion(ctx, where.id)).newest === where.newest ? closed() : postComment(ctx, input);
      if (error.what === "parent") throw notAllowed("deleted");
      if (attempt === MOST_ATTEMPTS) throw changedMeanwhile("body");
      speaker = speakerAs(ctx, where.id, await participantIn(ctx.db, where.id, ctx.reader));
    }
  }
}

/** What was sent before and is sent again is answered as then; what is new is kept for its writer, and refused. */
async function whenClosed(ctx: Context & { reader: Reader }, input: CommentToPost, where: Where, place: DraftPlace): Promise<Posted> {
  const [sent] = await ctx.db.select({ id: sentKey.subjectId }).from(sentKey).where(and(eq(sentKey.memberId, ctx.reader.id), eq(sentKey.key, input.key)));
  if (sent) return earlier(ctx, input.key);
  const { body, kind, proposal, revision: seenIn } = input;
  try {
    await saveDraft(ctx, { discussion: where.id, place: input.draft?.place ?? placeKey(place), revision: seenIn, body, kind, proposal, version: input.draft?.version ?? 0 });
  } catch (error) {
    // Another draft is kept there, or as many as can be: the refusal below brings the text back to its field.
    if (!(error instanceof Refusal)) throw error;
  }
  throw notTaken(where, ctx.now());
}

type Words = { id: string; kind: CommentToPost["kind"]; body: string; now: Date };
type Where = Awaited<ReturnType<typeof visibleDiscussion>>;
type Placed = { place: DraftPlace; writes: (w: Writer, participantId: string) => Write[] };

/** What was drafted is said now, whether its writer named the draft or only the place. */
export function usingUp(w: Writer, by: { reader: Reader; now: Date }, discussionId: string, at: DraftPlace, draft: CommentToPost["draft"]): Write[] {
  return draft ? [useUpDraft(w, { member: by.reader.id, discussion: discussionId, place: draft.place ?? placeKey(at), version: draft.version }, by.now)] : [];
}

function asReply({ reader }: { reader: Reader }, parent: VisibleComment, where: Where, words: Words): Placed {
  if (!canReply(reader, parent)) throw notAllowed("deleted");
  const [as, threadId] = [{ ...words, discussion: where.id, parent: parent.id, thread: parent.threadId }, parent.threadId];
  const writes: Placed["writes"] = (w, participant) => [
    must(countReply(w, { parent: parent.id }), "parent"),
    must(countInThread(w, { thread: threadId, now: words.now }), "thread"),
    reply(w, { ...as, participant, depth: parent.depth + 1 }),
    ...heatOfThread(w, where, threadId, 1),
  ];
  return { place: { on: "reply", comment: parent.id }, writes };
}

async function asThread({ db }: Context, input: CommentToPost, where: Where, words: Words, seenPassage: SeenPassage | undefined): Promise<Placed> {
  const seen = await passage(db, input, where, seenPassage);
  const proposed = proposedIn(input, seen);
  // Who says how it should read suggests something.
  const as = { ...words, ...(proposed ? { kind: "suggestion" as const } : {}), thread: newId(), discussion: where.id };
  const { quote = null, prefix = null, suffix = null, start = null, end = null } = seen.quoted ?? {};
  const here = { ...as, revision: where.revisionId, number: seen.number };
  const writes: Placed["writes"] = (w, participant) => [
    beginThread(w, as),
    tieThread(w, { ...as, ...{ quote, prefix, suffix, start, end }, revision: seen.revisionId, block: seen.blockId, firstSentence: seen.sentences?.first ?? null, lastSentence: seen.sentences?.last ?? null }),
    heatOfNewThread(w, here),
    placeThread(w, { ...here, text: seen.now.text, ...seen.now.span }),
    firstComment(w, { ...as, participant }),
    ...(proposed ? [propose(w, { ...proposed, id: as.id, discussion: where.id })] : []),
  ];
  const place: DraftPlace = seen.blockId === null ? { on: "article" } : { on: "block", block: seen.blockId, words: input.words ?? undefined };
  return { place, writes };
}

type Seen = Awaited<ReturnType<typeof passage>>;

/** The other wording that is sent, with the one its writer saw; null: none. @throws Refusal badField proposal */
function proposedIn({ proposal }: CommentToPost, { kind, text, quoted }: Seen): { before: string; after: string } | null {
  const before = quoted?.quote ?? text;
  if (before === null || kind === null || !canPropose(kind)) {
    if (proposal !== null) throw badField("proposal", { fault: "nothingToReword" });
    return null;
  }
  const after = proposalOf(before, proposal);
  const fault = after === null ? null : faultOfProposal(after);
  if (fault) throw badField("proposal", fault);
  return after === null ? null : { before, after };
}

/** A revision of the article a discussion is about, and its block of that number where it has one. */
const seenPassages = question(["discussion", "revision", "number"], (db, given) =>
  db
    .select({ revisionId: revision.id, number: revision.number, blockId: block.blockId, kind: block.kind, text: block.text, sentences: block.sentences })
    .from(discussion)
    .innerJoin(revision, and(eq(revision.articleId, discussion.articleId), eq(revision.number, given.revision)))
    .leftJoin(block, and(eq(block.revisionId, revision.id), eq(block.number, given.number)))
    .where(eq(discussion.id, given.discussion)),
);
type SeenPassage = Awaited<ReturnType<typeof seenPassages>>[number];

/** No words of a block, but all of it. */
const WHOLE = { start: null, end: null };

/** The passage its writer saw, and where the newest revision has it. @throws Refusal noSuch.block, conflict.changed */
async function passage(db: Context["db"], { block: number, words: wished }: CommentToPost, where: Where, seen: SeenPassage | undefined) {
  if (!seen || seen.number > where.newest || (number !== null && seen.blockId === null)) throw noSuch("block");
  if (number === null || seen.blockId === null || seen.text === null) return { revisionId: seen.revisionId, blockId: null, number: 0, kind: null, text: null, quoted: null, sentences: null, now: { text: "exact" as const, span: WHOLE } };
  const words = wished && trimmedSpan(seen.text, wished);
  const quoted = words && quoteOf(seen.text, words);
  if (words && !quoted) throw noSuch("block");
  const sentences = words && seen.sentences && sentencesOf(seen.text, seen.sentences, words);
  const tied = { revisionId: seen.revisionId, blockId: seen.blockId, kind: seen.kind, text: seen.text, quoted, sentences };
  if (seen.number === where.newest) return { ...tied, number, now: { text: "exact" as const, span: words ?? WHOLE } };
  const now = await newestPassage(db, { revision: seen.number, number, blockId: seen.blockId, text: seen.text, span: words }, where);
  if (!now) throw changedMeanwhile("body");
  return { ...tied, number: now.number, now: { text: now.text, span: now.span ?? WHOLE } };
}

/** The reader as a participant: `known` by an id, or made in the same unit. */
function speakerAs({ reader }: { reader: Reader }, discussionId: string, known: string | null) {
  if (known !== null) return { id: known, writes: (): Write[] => [] };
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

export function heatOfThread(w: Writer, where: { id: string; revisionId: string }, threadId: string, by: number): Write[] {
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
