/** Whole stories of a discussion and its moderators, in any order, against a model: refusals, texts, counts and the log agree. */
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "../../db/client";
import { logChain } from "../../db/schema/moderation";
import { type Head, verifier } from "../../domain/moderation/verify";
import { keptRows } from "../record/log";
import { verifyLog } from "../record/verify";
import { settings } from "../settings";
import { acts } from "../testing/model/commands";
import { emptyModel, isGone, isThere, type Model } from "../testing/model/model";
import { aHouseWith, aMember } from "../testing/world";
import { countsOf, decisionsOf, freshWorld, loggedOn, shownOf, waitingIn, type World } from "../testing/model/world";
import { PUBLIC_CHAIN } from "./log-writes";

/** `npm run soak -- --moderation` asks for a thousand, other ones each time. */
const RUNS = Number(process.env.MODEL_RUNS ?? 100);
/** The tests tell the same stories every time: what fails for one of us fails for all. */
const SEED = process.env.MODEL_RUNS === undefined ? 1016377203 : undefined;
const MOST_ACTS = 60;

const usual = { ...settings().rates };
const often = { most: 1_000_000, perSeconds: 86_400 };
beforeAll(async () => {
  Object.assign(settings().rates, { commentEvery: 0, newMemberCommentEvery: 0, editsADay: often, reportsADay: often });
  // How long two people wait who only answer each other, and what reports weigh together, is told elsewhere.
  await aHouseWith({ brake: false, hotThread: "0", hidesAt: "50" });
  // An objection to what somebody decided is always another's: where nobody else is, is told elsewhere.
  await aMember({ role: "moderator" });
});
afterAll(() => void Object.assign(settings().rates, usual));

async function agrees(model: Model, world: World): Promise<void> {
  const shown = await shownOf(world);
  const there = model.comments.flatMap((comment, place) => (isThere(comment) ? [[world.ids[place], comment] as const] : []));
  expect([...shown.keys()].sort()).toEqual(there.map(([id]) => id).sort());
  for (const [id, comment] of there) {
    const restricted = comment.state === "hidden" || comment.state === "removed" ? comment.state : null;
    expect(shown.get(id ?? "")).toEqual({ body: isGone(comment) ? "" : comment.body, isGone: isGone(comment), restricted });
  }
  const alive = there.filter(([, comment]) => !isGone(comment)).length;
  expect(await countsOf(world)).toEqual({ all: alive, inThreads: alive });
  expect(await waitingIn(world)).toBe(model.comments.reduce((sum, { waiting }) => sum + waiting.length, 0));
  expect(await loggedOn(world)).toBe(model.logged);
  expect(await decisionsOf(world)).toEqual(model.decisions.map(({ isUndone, reversedBy, appeal }) => ({ isUndone, reversedBy, appeal: appeal && { outcome: appeal.outcome, isClosed: appeal.closedAt !== null, isOffTheQueue: appeal.closedAt !== null, notes: appeal.notes } })));
}

/** The log holds from where the story before has left it to its end. */
let verified: Head | undefined;
async function holds(): Promise<void> {
  const reading = verifier(PUBLIC_CHAIN, verified);
  const [end] = await database().select({ order: logChain.length, link: logChain.head }).from(logChain).where(eq(logChain.chain, PUBLIC_CHAIN));
  const rows = await keptRows(database(), PUBLIC_CHAIN, verified?.order ?? 0, MOST_ROWS);
  expect([reading.take(rows), reading.end(end ?? null)]).toEqual([null, null]);
  verified = reading.soFar().head;
}

/** More than a story writes. */
const MOST_ROWS = 1_000;

test(`${RUNS} stories of up to ${MOST_ACTS} acts`, { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(acts(MOST_ACTS), async (story) => {
      const [model, world] = [emptyModel(), await freshWorld()];
      await fc.asyncModelRun(() => ({ model, real: world }), story);
      await agrees(model, world);
      await holds();
    }),
    { numRuns: RUNS, ...(SEED === undefined ? {} : { seed: SEED }) },
  );
  expect((await verifyLog(database())).map(({ broken }) => broken)).toEqual([null]);
});
