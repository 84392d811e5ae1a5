/** What people do, each as the model foretells it and as the procedures do it: both must come to the same. */
import fc from "fast-check";
import { expect } from "vitest";
import { type CommentAct, commentActs, isRestrictive, type MemberAct, memberActs, UNDO_WITHIN_MS } from "../../../domain/moderation/decision";
import { RESTORE_WITHIN_MS } from "../../../domain/permissions";
import { aKey, asks, later } from "../world";
import { CHIEF, faultOfActing, faultOfPosting, faultOfSanction, isGone, isHeld, isThere, type Model, type ModelComment, MODERATORS } from "./model";
import { asksAs, comesBack, outcomeOf, versionOf, type World } from "./world";

export type Act = fc.AsyncCommand<Model, World>;

const WHY = { ground: "insult" as const, facts: "It is about the person." };
const always = { check: () => true };

/** One of what is there, chosen by a number of any size. */
function chosen<T>(list: readonly T[], nth: number): [T, number] | null {
  const place = list.length === 0 ? 0 : nth % list.length;
  const found = list[place];
  return found === undefined ? null : [found, place];
}

const wait = (seconds: number): Act => ({
  ...always,
  run: async (model) => {
    model.now += seconds;
    return Promise.resolve();
  },
  toString: () => `wait ${seconds} s`,
});

const post = (who: number, nth: number | null, body: string): Act => ({
  check: (model) => nth === null || model.comments.some(isThere),
  async run(model, world) {
    const parents = model.comments.filter(isThere);
    const parent = nth === null ? null : (chosen(parents, nth)?.[0] ?? null);
    const thread = parent?.thread ?? model.threads;
    const isQueued = isHeld(model, who);
    const refused = faultOfPosting(model, who) ?? (parent && isGone(parent) ? "notAllowed.deleted" : parent && !isQueued && model.locked.has(thread) ? "notAllowed.locked" : null);
    const ask = await asksAs(world, model, who);
    const answered = parent && (world.ids[model.comments.indexOf(parent)] ?? "");
    let id = "";
    const outcome = await outcomeOf(ask.comments.post({ discussion: world.article.discussionId, revision: 1, block: parent ? null : 1, parent: answered, body, key: aKey() }).then((posted) => (id = posted.id)));
    expect(outcome).toBe(refused);
    if (refused) return;
    world.ids.push(id);
    model.comments.push({ by: who, parent: parent && model.comments.indexOf(parent), thread: isQueued && !parent ? -1 : thread, body, state: isQueued ? "held" : "shown", deletedAt: null, reporters: [], waiting: [] });
    if (isQueued) model.logged += 1;
    else if (!parent) await beginsThread(model, world, id);
  },
  toString: () => `${who} ${nth === null ? "begins a thread" : `answers ${nth}`}`,
});

async function beginsThread(model: Model, world: World, id: string): Promise<void> {
  model.threads += 1;
  world.threads.push((await asks(null).comments.where({ comment: id })).thread);
}

const remove = (who: number, nth: number): Act => ({
  check: (model) => model.comments.some(isThere),
  async run(model, world) {
    const [comment, place] = some(model, nth);
    const isOwn = comment.by === who;
    const refused = model.suspended.has(who) ? "notAllowed.signIn" : isOwn ? null : "notAllowed.notYours";
    expect(await outcomeOf((await asksAs(world, model, who)).comments.delete({ comment: world.ids[place] ?? "" }))).toBe(refused);
    if (refused) return;
    if (comment.state === "shown") Object.assign(comment, { state: "deleted", deletedAt: model.now });
    else if (comment.state === "hidden" || comment.state === "removed") comment.state = "forgotten";
  },
  toString: () => `${who} deletes ${nth}`,
});

const change = (who: number, nth: number, body: string): Act => ({
  check: (model) => model.comments.some(isThere),
  async run(model, world) {
    const [comment, place] = some(model, nth);
    const isTheirs = comment.by === who && (comment.state === "shown" || comment.state === "hidden");
    const refused = model.suspended.has(who) ? "notAllowed.signIn" : isTheirs ? faultOfPosting(model, who) : isGone(comment) ? "notAllowed.deleted" : "notAllowed.notYours";
    const id = world.ids[place] ?? "";
    const call = (await asksAs(world, model, who)).comments.edit({ comment: id, version: await versionOf(id), body, key: aKey() });
    expect(await outcomeOf(call)).toBe(refused);
    if (refused) return;
    comment.body = body;
    if (comment.state === "shown" && isHeld(model, who)) {
      comment.state = "hidden";
      model.logged += 1;
    }
  },
  toString: () => `${who} changes ${nth}`,
});

const report = (who: number, nth: number): Act => ({
  check: (model) => model.comments.some(isThere) && !model.suspended.has(who),
  async run(model, world) {
    const [comment, place] = some(model, nth);
    const refused = comment.by === who ? "notAllowed.ownComment" : isGone(comment) ? "notAllowed.nothingToReport" : comment.reporters.includes(who) ? "notAllowed.reportedAlready" : null;
    expect(await outcomeOf((await asksAs(world, model, who)).reports.make({ comment: world.ids[place] ?? "", ground: "insult" }))).toBe(refused);
    if (refused) return;
    comment.reporters.push(who);
    comment.waiting.push(who);
  },
  toString: () => `${who} reports ${nth}`,
});

const bringBack = (who: number, nth: number, body: string): Act => ({
  check: (model) => model.comments.some(isThere),
  async run(model, world) {
    const [comment, place] = some(model, nth);
    const inTime = comment.deletedAt !== null && (model.now - comment.deletedAt) * 1000 <= RESTORE_WITHIN_MS;
    const refused = model.suspended.has(who) ? "notAllowed.signIn" : comment.by !== who ? "notAllowed.notYours" : comment.state === "shown" || (comment.state === "deleted" && inTime) ? null : "notAllowed.tooLate";
    expect(await outcomeOf((await asksAs(world, model, who)).comments.restore({ comment: world.ids[place] ?? "", kind: null, body }))).toBe(refused);
    if (!refused && comment.state === "deleted") Object.assign(comment, { state: "shown", deletedAt: null, body });
  },
  toString: () => `${who} brings ${nth} back`,
});

/** One that is in the discussion, with its place among all. */
function some(model: Model, nth: number): [ModelComment, number] {
  const [comment] = chosen(model.comments.filter(isThere), nth) ?? [];
  if (!comment) throw new Error("nothing is there");
  return [comment, model.comments.indexOf(comment)];
}

const decide = (who: number, act: CommentAct, nth: number): Act => ({
  check: (model) => model.comments.length > 0,
  async run(model, world) {
    const [comment, place] = chosen(model.comments, nth) ?? [];
    if (!comment || place === undefined) return;
    const parent = comment.parent === null ? null : model.comments[comment.parent];
    const isLetThrough = !isThere(comment) && !isRestrictive(act);
    const refused = faultOfActing(model, who, act, comment) ?? (isLetThrough && parent && isGone(parent) ? "notAllowed.deleted" : isLetThrough && parent && model.locked.has(parent.thread) ? "notAllowed.locked" : null);
    const ask = await asksAs(world, model, who);
    let batch = "";
    const id = world.ids[place] ?? "";
    const outcome = await outcomeOf(ask.moderation.decideComments({ act, comments: [{ id }], reasons: WHY }).then((done) => (batch = done.batch)));
    expect(outcome).toBe(refused);
    if (refused) return;
    const before = { ...comment };
    comment.waiting = [];
    if (isLetThrough) {
      comment.state = "shown";
      if (parent) comment.thread = parent.thread;
      else {
        comment.thread = model.threads;
        await beginsThread(model, world, id);
      }
    } else if (comment.state === "held" && act === "remove") comment.state = "refused";
    else if (act === "hide" || act === "remove") comment.state = act === "hide" ? "hidden" : "removed";
    else if (comment.state === "hidden" || comment.state === "removed") comment.state = "shown";
    // What was let through has been seen: taken back, it is hidden and no longer held.
    decided(model, world, who, batch, () => (comment.state = isLetThrough ? "hidden" : before.state), () => comment.state, () => comment.waiting.push(...before.waiting));
  },
  toString: () => `${who} decides to ${act} ${nth}`,
});

function decided(model: Model, world: World, by: number, batch: string, takeBack: () => void, after: () => unknown, reopen: () => void = () => undefined): void {
  model.logged += 1;
  world.batches.push(batch);
  const left = after();
  model.last = { batch: world.batches.length - 1, by, at: model.now, isUndone: false, takeBack: () => {
    if (after() === left) takeBack();
    reopen();
  } };
}

const lock = (who: number, nth: number, isLocking: boolean): Act => ({
  check: (model) => model.threads > 0,
  async run(model, world) {
    const thread = nth % model.threads;
    const author = model.comments.find((one) => one.thread === thread && one.parent === null)?.by ?? 0;
    const refused = model.suspended.has(who) ? "noSuch.page" : author === who ? "notAllowed.ownCase" : (who !== CHIEF && author === CHIEF) ? "notAllowed.above" : model.locked.has(thread) === isLocking ? "conflict.decided" : null;
    let batch = "";
    const call = (await asksAs(world, model, who)).moderation.decideThread({ act: isLocking ? "lock" : "unlock", thread: world.threads[thread] ?? "", reasons: WHY });
    expect(await outcomeOf(call.then((done) => (batch = done.batch)))).toBe(refused);
    if (refused) return;
    if (isLocking) model.locked.add(thread);
    else model.locked.delete(thread);
    decided(model, world, who, batch, () => (isLocking ? model.locked.delete(thread) : model.locked.add(thread)), () => model.locked.has(thread));
  },
  toString: () => `${who} ${isLocking ? "locks" : "unlocks"} ${nth}`,
});

const sanction = (who: number, act: MemberAct, whom: number, seconds: number | null): Act => ({
  ...always,
  async run(model, world) {
    const refused = faultOfSanction(model, who, act, whom);
    const until = seconds === null ? null : model.now + seconds;
    let batch = "";
    const call = (await asksAs(world, model, who)).moderation.decideMember({ act, member: world.members[whom]?.id ?? "", until: until === null ? null : later(until), reasons: WHY });
    expect(await outcomeOf(call.then((done) => (batch = done.batch)))).toBe(refused);
    if (refused) return;
    const [before, wasOut] = [[...model.sanctions], model.suspended.has(whom)];
    if (act === "lift") model.sanctions = model.sanctions.filter((one) => one.who !== whom);
    else model.sanctions.push({ who: whom, kind: act, until: act === "warn" ? null : until });
    const isOut = act === "suspend" || (act !== "lift" && wasOut);
    await goes(model, world, whom, isOut);
    const left = JSON.stringify(model.sanctions);
    decided(model, world, who, batch, () => {
      model.sanctions = before;
      if (wasOut) model.suspended.add(whom);
      else model.suspended.delete(whom);
    }, () => JSON.stringify(model.sanctions) === left);
  },
  toString: () => `${who} decides to ${act} ${whom}${seconds === null ? "" : ` for ${seconds} s`}`,
});

async function goes(model: Model, world: World, whom: number, isOut: boolean): Promise<void> {
  if (isOut) model.suspended.add(whom);
  else if (model.suspended.delete(whom)) await comesBack(world, whom);
}

const undo: Act = {
  check: ({ last }) => last !== null,
  async run(model, world) {
    const { last } = model;
    if (!last) return;
    const inTime = (model.now - last.at) * 1000 <= UNDO_WITHIN_MS && !last.isUndone;
    const refused = model.suspended.has(last.by) ? "noSuch.page" : inTime ? null : "notAllowed.tooLateToUndo";
    const outcome = await outcomeOf((await asksAs(world, model, last.by)).moderation.undo({ batch: world.batches[last.batch] ?? "" }));
    expect(outcome).toBe(refused);
    if (refused) return;
    last.isUndone = true;
    model.logged += 1;
    const before = new Set(model.suspended);
    last.takeBack();
    for (const who of before) if (!model.suspended.has(who)) await comesBack(world, who);
  },
  toString: () => "undo",
};

const nth = fc.nat(30);
const anybody = fc.constantFrom(0, 1, 2, 3, ...MODERATORS, CHIEF);
const staff = fc.constantFrom(...MODERATORS, CHIEF);
const words = fc.constantFrom("Is that so?", "It is.", "我不同意。", "Which figures?", "These: 1, 2, 3.");

/** Sixty acts at most, in any order. */
export function acts(most: number): fc.Arbitrary<Iterable<Act>> {
  return fc.commands(
    [
      fc.tuple(anybody, words).map(([who, body]) => post(who, null, body)),
      fc.tuple(anybody, nth, words).map(([who, to, body]) => post(who, to, body)),
      fc.tuple(anybody, nth, words).map(([who, to, body]) => post(who, to, body)),
      fc.tuple(anybody, nth).map(([who, which]) => remove(who, which)),
      fc.tuple(anybody, nth).map(([who, which]) => report(who, which)),
      fc.tuple(anybody, nth, words).map(([who, which, body]) => change(who, which, body)),
      fc.tuple(anybody, nth, words).map(([who, which, body]) => bringBack(who, which, body)),
      fc.tuple(staff, fc.constantFrom(...commentActs), nth).map(([who, act, which]) => decide(who, act, which)),
      fc.tuple(staff, fc.constantFrom(...commentActs), nth).map(([who, act, which]) => decide(who, act, which)),
      fc.tuple(staff, nth, fc.boolean()).map(([who, which, isLocking]) => lock(who, which, isLocking)),
      fc.tuple(staff, fc.constantFrom(...memberActs), anybody, fc.option(fc.constantFrom(30, 3600))).map(([who, act, whom, seconds]) => sanction(who, act, whom, seconds)),
      fc.constantFrom(1, 20, 90).map(wait),
      fc.constant(undo),
    ],
    { maxCommands: most, size: "max" },
  );
}
