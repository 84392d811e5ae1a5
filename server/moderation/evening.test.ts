/**
 * A bad evening: in ten minutes hundreds of members write thousands of comments in a few threads, ringleaders among them quarrel and insult, readers
 * report them, and two moderators work through the queue. Small in the tests; whole by `npm run soak -- --evening`, which also tells how
 * long the queue takes to answer.
 */
import { and, count, eq, isNull, sql, sum } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "../../db/client";
import { comment, discussion, heat, thread } from "../../db/schema/discussions";
import { queueItem, report } from "../../db/schema/moderation";
import type { Reader } from "../../domain/permissions";
import { verifyLog } from "../record/verify";
import { aKey, aMember, anArticle, asks, later, refusal } from "../testing/world";
import { PUBLIC_CHAIN } from "./log-writes";

const isWhole = process.env.EVENING === "whole";
const SIZE = isWhole ? { members: 300, comments: 2_000, reports: 600, threads: 20 } : { members: 30, comments: 150, reports: 45, threads: 4 };
const RINGLEADERS = 5;
const SECONDS = 600;
/** How often each moderator takes the next item: one who reads before deciding. */
const DECIDES_EVERY = 5;

/** The same evening every time. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Happening = { at: number; does: "write" | "report" | "moderate" };
type Evening = { article: Awaited<ReturnType<typeof anArticle>>; members: Reader[]; moderators: Reader[]; /** Ids with who wrote them. */ said: { id: string; by: number }[]; tally: Record<string, number>; queueMs: number[] };

/** Ringleaders write three times as often as there are fewer of them, and are answered. */
async function writes({ article, members, said, tally }: Evening, at: number, roll: ReturnType<typeof dice>): Promise<void> {
  const isRingleader = roll(4) === 0;
  const by = isRingleader ? roll(RINGLEADERS) : RINGLEADERS + roll(members.length - RINGLEADERS);
  const parent = said.length < SIZE.threads ? null : (said[roll(4) === 0 ? roll(said.length) : roll(Math.min(said.length, SIZE.threads))]?.id ?? null);
  const body = isRingleader ? `You people never understand anything, number ${said.length}.` : `I see it another way, for reason ${said.length}.`;
  let held = false;
  const now = () => later(at);
  const outcome = await outcomeOf(
    asks(members[by] ?? null, { now }).comments.post({ discussion: article.discussionId, revision: 1, block: parent ? null : 1, parent, body, key: aKey() }).then((posted) => {
      held = posted.held === true;
      if (!held) said.push({ id: posted.id, by });
    }),
  );
  const what = outcome ?? (held ? "held" : "posted");
  tally[what] = (tally[what] ?? 0) + 1;
}

async function outcomeOf(call: Promise<unknown>): Promise<string | null> {
  const ended = await call.then(() => null, (error: unknown) => ({ error }));
  return ended && (await refusal(Promise.reject(ended.error))).reason;
}

async function reports({ members, said, tally }: Evening, at: number, roll: ReturnType<typeof dice>): Promise<void> {
  const bad = said.filter(({ by }) => by < RINGLEADERS);
  const target = bad[roll(bad.length)] ?? said[0];
  const reporter = members[RINGLEADERS + roll(members.length - RINGLEADERS)] ?? null;
  if (!target) return;
  const what = (await outcomeOf(asks(reporter, { now: () => later(at) }).reports.make({ comment: target.id, ground: "insult", note: "About people." }))) ?? "reported";
  tally[what] = (tally[what] ?? 0) + 1;
}

async function moderates({ moderators, tally, queueMs }: Evening, at: number, roll: ReturnType<typeof dice>): Promise<void> {
  const ask = asks(moderators[roll(moderators.length)] ?? null, { now: () => later(at) }).moderation;
  const began = performance.now();
  const { items } = await ask.queue({});
  queueMs.push(performance.now() - began);
  const [first] = items;
  if (!first) return;
  const act = first.kind === "held" ? "approve" : "remove";
  const what = (await outcomeOf(ask.decideComments({ act, comments: [{ id: first.id, seen: first.version }], reasons: { ground: "insult", facts: "It is about the people who write here." } }))) ?? act;
  tally[what] = (tally[what] ?? 0) + 1;
}


test(`${SIZE.comments} comments and ${SIZE.reports} reports in ten minutes by ${SIZE.members} members: the queue answers, brakes hold, counts are right`, { timeout: 3_600_000 }, async () => {
  const members: Reader[] = [];
  for (let one = 0; one < SIZE.members; one += 1) members.push(await aMember());
  const evening: Evening = { article: await anArticle(), members, moderators: [await aMember({ role: "moderator" }), await aMember({ role: "moderator" })], said: [], tally: {}, queueMs: [] };
  const roll = dice(1_998);
  const happenings: Happening[] = [
    ...Array.from({ length: SIZE.comments }, () => ({ at: roll(SECONDS), does: "write" as const })),
    ...Array.from({ length: SIZE.reports }, () => ({ at: 30 + roll(SECONDS - 30), does: "report" as const })),
    ...Array.from({ length: SECONDS / DECIDES_EVERY }, (_, place) => ({ at: 60 + place * DECIDES_EVERY, does: "moderate" as const })),
  ].sort((one, other) => one.at - other.at);
  for (const { at, does } of happenings) await { write: writes, report: reports, moderate: moderates }[does](evening, at, roll);

  // The ringleaders are silenced, and what they wrote is taken away at once.
  const [chief] = evening.moderators;
  const ask = asks(chief ?? null, { now: () => later(SECONDS + 60) }).moderation;
  const why = { ground: "insult" as const, facts: "An evening of insults." };
  for (const one of members.slice(0, RINGLEADERS)) {
    await ask.decideMember({ act: "silence", member: one.id, until: later(7 * 24 * 3600), reasons: why });
    for (let [after, batch]: [string | null, string | null] = [null, null]; ; ) {
      const done = await ask.decideAll({ act: "remove", member: one.id, since: later(0), after, batch, reasons: why });
      if (done.next === null) break;
      [after, batch] = [done.next, done.batch];
    }
  }
  await countsAreRight(evening);
  if (isWhole) tell(evening);
});

async function countsAreRight({ article, members, said, tally }: Evening): Promise<void> {
  const db = database();
  const id = article.discussionId;
  const [[shown], [of], [threads], [warm], [open], [asked]] = await Promise.all([
    db.select({ count: count() }).from(comment).where(and(eq(comment.discussionId, id), isNull(comment.deletedAt))),
    db.select({ count: discussion.comments }).from(discussion).where(eq(discussion.id, id)),
    db.select({ count: sum(thread.comments) }).from(thread).where(eq(thread.discussionId, id)),
    db.select({ count: sum(heat.comments) }).from(heat).where(eq(heat.discussionId, id)),
    db.select({ count: count() }).from(report).innerJoin(comment, eq(comment.id, report.commentId)).innerJoin(queueItem, eq(queueItem.id, report.commentId)).where(and(eq(comment.discussionId, id), isNull(report.outcome), sql`${queueItem.closedAt} is not null`)),
    db.select({ count: count() }).from(report).innerJoin(comment, eq(comment.id, report.commentId)).where(eq(comment.discussionId, id)),
  ]);
  expect({ of: of?.count, threads: Number(threads?.count), warm: Number(warm?.count) }).toEqual({ of: shown?.count, threads: shown?.count, warm: shown?.count });
  // No report is left behind at a closed item, and each that was acknowledged is there.
  expect([open?.count, asked?.count]).toEqual([0, tally.reported]);
  expect(said.length).toBe((tally.posted ?? 0));
  const left = await db.select({ by: comment.id }).from(comment).where(and(eq(comment.discussionId, id), isNull(comment.deletedAt)));
  const ringleaders = new Set(said.filter(({ by }) => by < RINGLEADERS).map((one) => one.id));
  expect(left.filter(({ by }) => ringleaders.has(by))).toEqual([]);
  const [loud] = members;
  expect((await refusal(asks(loud ? { ...loud, wasSanctioned: true } : null, { now: () => later(SECONDS + 120) }).comments.post({ discussion: id, revision: 1, block: 1, body: "And yet.", key: aKey() }))).reason).toBe("notAllowed.silenced");
  expect((await verifyLog(db)).find(({ chain }) => chain === PUBLIC_CHAIN)).toMatchObject({ broken: null });
}

function tell({ tally, queueMs }: Evening): void {
  const sorted = [...queueMs].sort((one, other) => one - other);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  process.stdout.write(`evening: ${JSON.stringify(tally)}; the queue answered ${sorted.length} times, median ${at(0.5)} ms, 95th ${at(0.95)} ms, longest ${at(1)} ms\n`);
}
