/** The response to comments, a page of threads at a time, along the text. As many queries however much is said. */
import { and, count, eq, exists, gt, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "../../db/client";
import { block, revision } from "../../db/schema/articles";
import { anchor, comment, participant, placement, thread } from "../../db/schema/discussions";
import { member } from "../../db/schema/members";
import { slice } from "../../domain/blocks";
import { canEditArticles } from "../../domain/permissions";
import { readSpot, spotCursor } from "../../domain/reading-order";
import type { ResponseComment, ResponseGroup, ResponseThread, ResponseView } from "../../domain/response";
import { type PlacedThread, threadsFrom } from "../articles/placed";
import { answerOf } from "../articles/views";
import { visibleArticle, type VisibleArticle } from "../articles/visible";
import { firstComments } from "../comments/rows";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import { creditedName } from "./taken";

/** Printed some forty sheets; a file holds several pages. */
export const THREADS_A_PAGE = 100;
/** People named at the end; a longer list is no credit to anybody. */
const NAMED_SHOWN = 1_000;

/** Public once an editor published it; to others than editors there is none until then. @throws Refusal noSuch.article, noSuch.page */
export async function response(ctx: Context, { slug, after }: { slug: string; after: string | null }): Promise<ResponseView> {
  const { db } = ctx;
  const shown = await visibleArticle(ctx, slug);
  if (!shown.head.hasResponse && !canEditArticles(ctx.reader)) throw noSuch("page");
  const following = await threadsFrom(db, shown, after === null ? null : readSpot(after), THREADS_A_PAGE + 1);
  const placed = following.slice(0, THREADS_A_PAGE);
  const [comments, facts, texts, answering, answers, people] = await Promise.all([
    firstComments(db, new Map(placed.map(({ id }) => [id, 1]))),
    factsOf(db, shown, placed.map(({ id }) => id)),
    textsOf(db, shown, placed),
    commentsNamed(db, placed.flatMap(({ answer }) => answer?.comment ?? [])),
    db.select({ answer: thread.answer, count: count() }).from(thread).where(and(eq(thread.discussionId, shown.head.discussionId), gt(thread.comments, 0))).groupBy(thread.answer),
    contributorsOf(db, shown.head.discussionId),
  ]);
  const named = await commentsNamed(db, [...comments.values()].flatMap(([first]) => first?.id ?? []));
  const groups: ResponseGroup[] = [];
  for (const one of placed) {
    const first = comments.get(one.id)?.[0];
    const said = first && named.get(first.id);
    if (!first?.by || !said) continue;
    const number = one.blockNumber === 0 ? null : one.blockNumber;
    const last = groups.at(-1);
    const group = last?.block === number ? last : { block: number, text: texts.get(one.blockNumber) ?? null, threads: [] };
    if (group !== last) groups.push(group);
    const fact = facts.get(one.id);
    const answer = answerOf(one);
    group.threads.push({
      ...{ id: one.id, first: said, quote: one.quote, proposal: first.proposal, answer },
      replies: Math.max(0, (fact?.comments ?? 1) - 1),
      answering: (answer?.comment && answering.get(answer.comment)) || null,
      change: unlessProposed(fact ? changeOf(one, fact, group.text) : null, first.proposal),
    });
  }
  const next = following[THREADS_A_PAGE];
  return { head: shown.head, groups, answers, ...people, next: next ? spotCursor({ block: next.blockNumber, ordinal: next.ordinal, sequence: 0 }) : null };
}

type Fact = { comments: number; revision: number; before: string | null; place: "same" | "moved" | "removed"; text: "exact" | "changed" };

/** Of each thread: what its writer saw, and what became of it. */
async function factsOf(db: Db, { revisionId }: VisibleArticle, ids: readonly string[]): Promise<Map<string, Fact>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: thread.id, comments: thread.comments, revision: revision.number, before: block.text, place: placement.place, text: placement.text })
    .from(thread)
    .innerJoin(anchor, eq(anchor.threadId, thread.id))
    .innerJoin(revision, eq(revision.id, anchor.revisionId))
    .innerJoin(placement, and(eq(placement.threadId, thread.id), eq(placement.revisionId, revisionId)))
    .leftJoin(block, and(eq(block.revisionId, anchor.revisionId), eq(block.blockId, anchor.blockId)))
    .where(inArray(thread.id, [...ids]));
  return new Map(rows.map(({ id, ...fact }) => [id, fact]));
}

/** The quoted words against those that stand for them now, or else the whole block against the whole block. */
function changeOf({ quote, start, end }: PlacedThread, { revision: number, before, place, text }: Fact, now: string | null): ResponseThread["change"] {
  if (before === null) return null;
  if (place === "removed" || now === null) return { revision: number, before: quote ?? before, after: null };
  // Exact is exact, also where the words are shown with one sign more or less.
  if (text === "exact" || now === before) return null;
  if (quote !== null && start !== null && end !== null) {
    const words = slice(now, { start, end });
    return words === quote ? null : { revision: number, before: quote, after: words };
  }
  return { revision: number, before, after: now };
}

/** Where the text says what was proposed, the proposal has shown the change already. */
function unlessProposed(change: ResponseThread["change"], proposal: ResponseThread["proposal"]): ResponseThread["change"] {
  return change !== null && change.after === proposal?.after && change.before === proposal.before ? null : change;
}

async function textsOf(db: Db, { revisionId }: VisibleArticle, placed: readonly PlacedThread[]): Promise<Map<number, string>> {
  const numbers = [...new Set(placed.map(({ blockNumber }) => blockNumber))];
  if (numbers.length === 0) return new Map();
  const rows = await db.select({ number: block.number, text: block.text }).from(block).where(and(eq(block.revisionId, revisionId), inArray(block.number, numbers)));
  return new Map(rows.map(({ number, text }) => [number, text]));
}

/** Comments that are still there, by id, under the names their writers consented to. */
async function commentsNamed(db: Db, ids: readonly string[]): Promise<Map<string, ResponseComment>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: comment.id, kind: comment.kind, body: comment.body, at: comment.createdAt, name: member.name, displayName: member.displayName, credited: member.credited, deletedAt: member.deletedAt })
    .from(comment)
    .innerJoin(participant, eq(participant.id, comment.participantId))
    .innerJoin(member, eq(member.id, participant.memberId))
    .where(and(inArray(comment.id, [...ids]), isNull(comment.deletedAt)));
  return new Map(rows.map(({ id, kind, body, at, ...who }) => [id, { id, kind, body, at: at.toISOString(), name: creditedName(who) }]));
}

async function contributorsOf(db: Db, discussionId: string): Promise<Pick<ResponseView, "contributors" | "others">> {
  const wrote = exists(db.select({ one: sql`1` }).from(comment).where(and(eq(comment.participantId, participant.id), isNull(comment.deletedAt), ne(comment.body, ""))));
  const here = and(eq(participant.discussionId, discussionId), wrote);
  const consents = and(eq(member.credited, true), isNull(member.deletedAt));
  const [named, [all], [some]] = await Promise.all([
    db.select({ name: member.name, displayName: member.displayName }).from(participant).innerJoin(member, eq(member.id, participant.memberId)).where(and(here, consents)).orderBy(member.name, member.id).limit(NAMED_SHOWN),
    db.select({ count: count() }).from(participant).where(here),
    db.select({ count: count() }).from(participant).innerJoin(member, eq(member.id, participant.memberId)).where(and(here, consents)),
  ]);
  return { contributors: named.map(({ name, displayName }) => displayName ?? name), others: (all?.count ?? 0) - Math.min(some?.count ?? 0, named.length) };
}
