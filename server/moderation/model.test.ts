/** Whole stories of a discussion and its moderators, in any order, against a model: refusals, texts, counts and the log agree. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { settings } from "../settings";
import { acts } from "../testing/model/commands";
import { emptyModel, isGone, isThere, type Model } from "../testing/model/model";
import { aHouseWith } from "../testing/world";
import { countsOf, freshWorld, loggedOn, shownOf, waitingIn, type World } from "../testing/model/world";

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
}

test(`${RUNS} stories of up to ${MOST_ACTS} acts`, { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(acts(MOST_ACTS), async (story) => {
      const [model, world] = [emptyModel(), await freshWorld()];
      await fc.asyncModelRun(() => ({ model, real: world }), story);
      await agrees(model, world);
    }),
    { numRuns: RUNS, ...(SEED === undefined ? {} : { seed: SEED }) },
  );
});
