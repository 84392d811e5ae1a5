/** Where a comment comes to stand, and all that is written for it: for what is posted, and for what is let through. */
import { and, eq, sql } from "drizzle-orm";
import { v4 as randomId, v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { question } from "../../db/prepared";
import { block, revision } from "../../db/schema/articles";
import { discussion, participant } from "../../db/schema/discussions";
import { must, type Write } from "../../db/writes";
import { quoteOf, sentencesOf, trimmedSpan } from "../../domain/anchors";
import { type DraftPlace } from "../../domain/draft-place";
import { canReply, type Reader } from "../../domain/permissions";
import { canPropose, faultOfProposal, proposalOf } from "../../domain/proposals";
import { NOBODY_ELSE, type Shown, shownIn } from "../assignments/shown-name";
import { badField, changedMeanwhile, noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { heatOfThread } from "./counts";
import { beginThread, countInDiscussion, countInThread, countLate, countReply, firstComment, heatOfNewThread, placeThread, propose, reply, tieThread } from "./post-writes";
import { newestPassage } from "./newest-passage";
import { participantIn } from "./queries";
import type { CommentToPost } from "./to-post";
import { visibleComment, type VisibleComment, visibleDiscussion, type Where } from "./visible";

/** In whose name it is posted, and in a class by which place there: the author may see the discussion no more in which they said it. */
export type Late = { author: Reader; enrolmentId: string | null };

/** What a post writes, worked out upon what is there now. */
export type PlannedPost = { /** Of the comment. */ id: string; where: Where; place: DraftPlace; /** Of a reply. */ threadId: string | null; /** In which it stands. */ thread: string; /** Whom it answers. */ parent: VisibleComment | null; /** Its writer, where they take part already. */ participant: string | null; writes: (w: Writer) => Write[] };

/**
 * Works out where a comment comes to stand and what is written for it, as the reader sees the discussion. `late`: it was sent in time and waited for a moderator, so
 * that the discussion may be closed by now, and its passage gone: then it stands as it would if it had been posted at once, with the whole article, said to
 * be about what is no longer there.
 * @throws Refusal badField proposal, noSuch, notAllowed.deleted
 */
export async function planPost(ctx: Context & { reader: Reader }, input: Omit<CommentToPost, "key" | "draft">, words: Words, late: Late | null = null): Promise<PlannedPost> {
  const isLate = late !== null;
  const author = late?.author ?? ctx.reader;
  const parent = input.parent === null ? null : await visibleComment(ctx, input.parent);
  const discussionId = parent?.discussionId ?? input.discussion;
  // Asked at once, in one round trip: that the discussion may be seen is known before anything is made of the others.
  const asked = [visibleDiscussion(ctx, discussionId), seenPassages(ctx.db, { discussion: discussionId, revision: input.revision, number: input.block ?? 0 }), participantIn(ctx.db, discussionId, author)] as const;
  const [where, [seen], known] = await Promise.all(asked);
  if (parent && input.proposal !== null) throw badField("proposal", { fault: "nothingToReword" });
  const as = { ...words, id: words.id ?? idIn(where) };
  const { place, thread, writes: placed } = parent ? asReply({ reader: author }, parent, where, as) : await asThread(ctx, input, where, as, { seen, isLate });
  const speaker = speakerAs({ reader: author }, where.id, known, known === null && where.sight ? await shownIn({ ...ctx, reader: author }, { ...where.sight, enrolmentId: late?.enrolmentId ?? where.sight.enrolmentId }) : NOBODY_ELSE);
  const counted = { discussion: where.id, newest: where.newest, now: words.now };
  const writes = (w: Writer) => [...speaker.writes(w, words.now), ...placed(w, speaker.id), must(isLate ? countLate(w, counted) : countInDiscussion(w, counted), "closed")];
  return { id: as.id, where, place, threadId: parent?.threadId ?? null, thread, parent, participant: known, writes };
}

/** `id` null: it has none yet. */
type Words = { id: string | null; kind: CommentToPost["kind"]; body: string; now: Date };
type NamedWords = Words & { id: string };

/** By time, so that indexes grow at their end; where a class sees it a random one, which tells no time. */
function idIn({ sight }: Pick<Where, "sight">): string {
  return sight ? randomId() : newId();
}
type Placed = { place: DraftPlace; thread: string; writes: (w: Writer, participantId: string) => Write[] };

function asReply({ reader }: { reader: Reader }, parent: VisibleComment, where: Where, words: NamedWords): Placed {
  if (!canReply(reader, parent)) throw notAllowed("deleted");
  const [as, threadId] = [{ ...words, discussion: where.id, parent: parent.id, thread: parent.threadId }, parent.threadId];
  const writes: Placed["writes"] = (w, participant) => [
    must(countReply(w, { parent: parent.id }), "parent"),
    must(countInThread(w, { thread: threadId, discussion: where.id, now: words.now }), "thread"),
    reply(w, { ...as, participant, depth: parent.depth + 1 }),
    ...heatOfThread(w, where, threadId, 1),
  ];
  return { place: { on: "reply", comment: parent.id }, thread: threadId, writes };
}

async function asThread({ db }: Context, input: Omit<CommentToPost, "key" | "draft">, where: Where, words: NamedWords, on: { seen: SeenPassage | undefined; isLate: boolean }): Promise<Placed> {
  const seen = await passage(db, input, where, on);
  const proposed = proposedIn(input, seen);
  // Who says how it should read suggests something.
  const as = { ...words, ...(proposed ? { kind: "suggestion" as const } : {}), thread: idIn(where), discussion: where.id };
  const { quote = null, prefix = null, suffix = null, start = null, end = null } = seen.quoted ?? {};
  const here = { ...as, revision: where.revisionId, number: seen.number };
  const writes: Placed["writes"] = (w, participant) => [
    beginThread(w, as),
    tieThread(w, { ...as, ...{ quote, prefix, suffix, start, end }, revision: seen.revisionId, block: seen.blockId, firstSentence: seen.sentences?.first ?? null, lastSentence: seen.sentences?.last ?? null }),
    heatOfNewThread(w, here),
    placeThread(w, { ...here, place: seen.now.place, text: seen.now.text, ...seen.now.span }),
    firstComment(w, { ...as, participant }),
    ...(proposed ? [propose(w, { ...proposed, id: as.id, discussion: where.id })] : []),
  ];
  const place: DraftPlace = seen.blockId === null ? { on: "article" } : { on: "block", block: seen.blockId, words: input.words ?? undefined };
  return { place, thread: as.thread, writes };
}

type Seen = Awaited<ReturnType<typeof passage>>;

/** The other wording that is sent, with the one its writer saw; null: none. @throws Refusal badField proposal */
function proposedIn({ proposal }: Pick<CommentToPost, "proposal">, { kind, text, quoted }: Seen): { before: string; after: string } | null {
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
const AS_SEEN = { place: "same" as const, text: "exact" as const };

/** The passage its writer saw, and where the newest revision has it. @throws Refusal noSuch.block, conflict.changed */
async function passage(db: Context["db"], { block: number, words: wished }: Pick<CommentToPost, "block" | "words">, where: Where, { seen, isLate }: { seen: SeenPassage | undefined; isLate: boolean }) {
  if (!seen || seen.number > where.newest || (number !== null && seen.blockId === null)) throw noSuch("block");
  if (number === null || seen.blockId === null || seen.text === null) return { revisionId: seen.revisionId, blockId: null, number: 0, kind: null, text: null, quoted: null, sentences: null, now: { ...AS_SEEN, span: WHOLE } };
  const words = wished && trimmedSpan(seen.text, wished);
  const quoted = words && quoteOf(seen.text, words);
  if (words && !quoted) throw noSuch("block");
  const sentences = words && seen.sentences && sentencesOf(seen.text, seen.sentences, words);
  const tied = { revisionId: seen.revisionId, blockId: seen.blockId, kind: seen.kind, text: seen.text, quoted, sentences };
  if (seen.number === where.newest) return { ...tied, number, now: { ...AS_SEEN, span: words ?? WHOLE } };
  const now = await newestPassage(db, { revision: seen.number, number, blockId: seen.blockId, text: seen.text, span: words }, where);
  if (!now && isLate) return { ...tied, number: 0, now: { place: "removed" as const, text: "changed" as const, span: WHOLE } };
  if (!now) throw changedMeanwhile("body");
  return { ...tied, number: now.number, now: { ...AS_SEEN, text: now.text, span: now.span ?? WHOLE } };
}

/** The reader as a participant: `known` by an id, or made in the same unit. */
function speakerAs({ reader }: { reader: Reader }, discussionId: string, known: string | null, shown: Shown) {
  if (known !== null) return { id: known, writes: (): Write[] => [] };
  const id = randomId();
  return {
    id,
    writes: (w: Writer, now: Date): Write[] => [
      ...shown.writes(w),
      must(w.insert(participant).values({ id, discussionId, memberId: reader.id, shownName: shown.name, teaches: shown.teaches, createdAt: now }).onConflictDoNothing(), "participant"),
      w.update(discussion).set({ participants: sql`${discussion.participants} + 1` }).where(eq(discussion.id, discussionId)),
    ],
  };
}
