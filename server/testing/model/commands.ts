/** What people do, each as the model foretells it and as the procedures do it: both must come to the same. */
import fc from "fast-check";
import { expect } from "vitest";
import { APPEAL_WINDOW_MS, type CommentAct, commentActs, isRestrictive, type MemberAct, memberActs, UNDO_WITHIN_MS } from "../../../domain/moderation/decision";
import { RESTORE_WITHIN_MS } from "../../../domain/permissions";
import { aKey, later } from "../world";
import { type Act, chosen } from "./act";
import { beginsThread, decided, givenBack, goes, lifted, opened, undone, written } from "./decided";
import { CHIEF, faultOfActing, faultOfLettingThrough, faultOfPosting, faultOfSanction, isGone, isHeld, isThere, type Model, type ModelComment, MODERATORS } from "./model";
import { acknowledge, decideAppeal, object, objectElsewhere, write } from "./objections";
import { asksAs, comesBack, outcomeOf, versionOf } from "./world";

const WHY = { ground: "insult" as const, facts: "It is about the person." };
const always = { check: () => true };

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
    model.comments.push({ by: who, parent: parent && model.comments.indexOf(parent), thread: isQueued && !parent ? -1 : thread, body, state: isQueued ? "held" : "shown", deletedAt: null, stands: null, reporters: [], waiting: [] });
    const place = model.comments.length - 1;
    if (isQueued) Object.assign(model.comments[place] ?? {}, { stands: await written(model, world, { act: "hold", on: { comment: place }, concerns: who, by: null }) });
    else if (!parent) await beginsThread(model, world, place);
  },
  toString: () => `${who} ${nth === null ? "begins a thread" : `answers ${nth}`}`,
});

const remove = (who: number, nth: number): Act => ({
  check: (model) => model.comments.some(isThere),
  async run(model, world) {
    const [comment, place] = some(model, nth);
    const isOwn = comment.by === who;
    const refused = model.suspended.has(who) ? "notAllowed.signIn" : isOwn ? null : "notAllowed.notYours";
    expect(await outcomeOf((await asksAs(world, model, who)).comments.delete({ comment: world.ids[place] ?? "" }))).toBe(refused);
    if (refused) return;
    if (comment.state === "shown") Object.assign(comment, { state: "deleted", deletedAt: model.now });
    else if (comment.state === "hidden" || comment.state === "removed") Object.assign(comment, { state: "forgotten", waiting: [] });
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
      comment.stands = await written(model, world, { act: "hide", on: { comment: place }, concerns: who, by: null });
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
    const refused = faultOfActing(model, who, act, comment) ?? (isRestrictive(act) ? null : faultOfLettingThrough(model, comment));
    const ask = await asksAs(world, model, who);
    expect(await outcomeOf(ask.moderation.decideComments({ act, comments: [{ id: world.ids[place] ?? "" }], reasons: WHY }))).toBe(refused);
    if (refused) return;
    if (act === "approve" || act === "restore") return givenBack(model, world, { act, place, by: who });
    const before = { ...comment };
    comment.waiting = [];
    comment.state = comment.state === "held" ? "refused" : act === "hide" ? "hidden" : "removed";
    const left = comment.state;
    comment.stands = await decided(model, world, { act, on: { comment: place }, concerns: comment.by, by: who, reporters: before.waiting }, () => {
      if (comment.state === left) Object.assign(comment, { state: before.state, stands: before.stands });
      if (comment.state !== "forgotten") comment.waiting.push(...before.waiting);
    });
  },
  toString: () => `${who} decides to ${act} ${nth}`,
});

const lock = (who: number, nth: number, isLocking: boolean): Act => ({
  check: (model) => model.threads > 0,
  async run(model, world) {
    const thread = nth % model.threads;
    const author = model.comments.find((one) => one.thread === thread && one.parent === null)?.by ?? 0;
    const refused = model.suspended.has(who) ? "noSuch.page" : author === who ? "notAllowed.ownCase" : (who !== CHIEF && author === CHIEF) ? "notAllowed.above" : model.locked.has(thread) === isLocking ? "conflict.decided" : null;
    const call = (await asksAs(world, model, who)).moderation.decideThread({ act: isLocking ? "lock" : "unlock", thread: world.threads[thread] ?? "", reasons: WHY });
    expect(await outcomeOf(call)).toBe(refused);
    if (refused) return;
    if (!isLocking) return opened(model, world, thread, who);
    const place = await decided(model, world, { act: "lock", on: { thread }, concerns: author, by: who }, () => model.locked.delete(thread));
    model.locked.set(thread, place);
  },
  toString: () => `${who} ${isLocking ? "locks" : "unlocks"} ${nth}`,
});

const sanction = (who: number, act: MemberAct, whom: number, seconds: number | null): Act => ({
  ...always,
  async run(model, world) {
    const refused = faultOfSanction(model, who, act, whom);
    const until = seconds === null ? null : model.now + seconds;
    const call = (await asksAs(world, model, who)).moderation.decideMember({ act, member: world.members[whom]?.id ?? "", until: until === null ? null : later(until), reasons: WHY });
    expect(await outcomeOf(call)).toBe(refused);
    if (refused) return;
    if (act === "lift") return lifted(model, world, { whom, by: who, decisions: model.sanctions.flatMap((one) => (one.who === whom ? [one.decision] : [])) });
    const decision = await decided(model, world, { act, on: { member: whom }, concerns: whom, by: who }, () => {
      model.sanctions = model.sanctions.filter((one) => one.decision !== decision);
      if (act === "suspend") model.suspended.delete(whom);
    });
    model.sanctions.push({ who: whom, kind: act, until: act === "warn" ? null : until, decision });
    if (act === "suspend") await goes(model, world, whom, true);
  },
  toString: () => `${who} decides to ${act} ${whom}${seconds === null ? "" : ` for ${seconds} s`}`,
});

const undo: Act = {
  check: ({ last }) => last !== null,
  async run(model, world) {
    const { last } = model;
    if (!last) return;
    const inTime = (model.now - last.at) * 1000 <= UNDO_WITHIN_MS && model.decisions[last.decision]?.isUndone === false;
    const refused = model.suspended.has(last.by) ? "noSuch.page" : inTime ? null : "notAllowed.tooLateToUndo";
    const outcome = await outcomeOf((await asksAs(world, model, last.by)).moderation.undo({ batch: world.batches[last.decision] ?? "" }));
    expect(outcome).toBe(refused);
    if (refused) return;
    undone(model, last.decision);
    const before = new Set(model.suspended);
    last.takeBack();
    for (const who of before) if (!model.suspended.has(who)) await comesBack(world, who);
  },
  toString: () => "undo",
};

/** Seconds. */
const SHORT = [1, 20, 90];
const HALF_A_YEAR = APPEAL_WINDOW_MS / 1000;

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
      fc.tuple(nth, words).map(([which, body]) => object(which, body)),
      fc.tuple(nth, words).map(([which, body]) => object(which, body)),
      fc.tuple(anybody, nth).map(([who, which]) => objectElsewhere(who, which)),
      fc.tuple(anybody, nth, words).map(([who, which, body]) => write(who, which, body)),
      fc.tuple(staff, nth, fc.constantFrom("upheld" as const, "reversed" as const, "reversed" as const)).map(([who, which, outcome]) => decideAppeal(who, which, outcome)),
      fc.tuple(staff, nth, fc.constantFrom("upheld" as const, "reversed" as const, "reversed" as const)).map(([who, which, outcome]) => decideAppeal(who, which, outcome)),
      nth.map(acknowledge),
      fc.constantFrom(...SHORT, ...SHORT, ...SHORT, HALF_A_YEAR).map(wait),
      fc.constant(undo),
    ],
    { maxCommands: most, size: "max" },
  );
}
