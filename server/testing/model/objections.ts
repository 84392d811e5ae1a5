/** Objecting and what comes of it, each as the model foretells it and as the procedures do it. */
import { expect } from "vitest";
import { APPEAL_WINDOW_MS, isRestrictive } from "../../../domain/moderation/decision";
import { ANSWER_READ_MS } from "../../../domain/moderation/appeals";
import { doorToken } from "../../decisions/door-token";
import { asks, later } from "../world";
import { type Act, chosen } from "./act";
import { givenBack, lifted, opened } from "./decided";
import { CHIEF, faultOfActing, faultOfLettingThrough, type Model, type ModelDecision, rankOf } from "./model";
import { appealOn, asksAs, outcomeOf, type World } from "./world";

const inWindow = ({ now }: Model, { at }: ModelDecision): boolean => (now - at) * 1000 < APPEAL_WINDOW_MS;

/** What the link of who is suspended says; null: it opens. */
function faultOfDoor(model: Model, who: number, of: ModelDecision): string | null {
  if (of.concerns !== who) return "noSuch.statement";
  if (of.isUndone) return "notAllowed.statementUndone";
  const { appeal } = of;
  const isRead = appeal !== null && (appeal.closedAt === null || (model.now - appeal.closedAt) * 1000 < ANSWER_READ_MS);
  return inWindow(model, of) || isRead ? null : "notAllowed.statementOver";
}

/** Who is suspended comes by the link of a suspension, or not at all. */
function comesByLink({ suspended }: Model, who: number, { act }: ModelDecision): boolean {
  return suspended.has(who) && act === "suspend";
}

function faultOfObjecting(model: Model, who: number, of: ModelDecision): string | null {
  if (comesByLink(model, who, of)) {
    const shut = faultOfDoor(model, who, of);
    if (shut) return shut;
  } else if (model.suspended.has(who)) return "notAllowed.signIn";
  else if (of.concerns !== who || of.isUndone) return "noSuch.decision";
  if (of.appeal !== null) return null;
  return isRestrictive(of.act) && of.by !== null && inWindow(model, of) && of.reversedBy === null ? null : "notAllowed.noAppeal";
}

async function objecting(model: Model, world: World, who: number, place: number, body: string): Promise<void> {
  const of = model.decisions[place];
  const id = world.decisions[place];
  if (!of || !id) return;
  const refused = faultOfObjecting(model, who, of);
  const ask = await asksAs(world, model, who);
  const call = comesByLink(model, who, of) ? ask.decisions.objectByLink({ token: doorToken(id, world.members[who]?.id ?? ""), body }) : ask.appeals.open({ decision: id, body });
  expect(await outcomeOf(call)).toBe(refused);
  if (!refused) of.appeal ??= { outcome: null, result: null, closedAt: null, notes: 1 };
}

/** Whom a decision concerns objects to it. */
export const object = (nth: number, body: string): Act => ({
  check: ({ decisions }) => decisions.length > 0,
  run: async (model, world) => {
    const [of, place] = chosen(model.decisions, nth) ?? [];
    if (of && place !== undefined) await objecting(model, world, of.concerns, place, body);
  },
  toString: () => `who is concerned objects to ${nth}`,
});

export const objectElsewhere = (who: number, nth: number): Act => ({
  check: ({ decisions }) => decisions.length > 0,
  run: async (model, world) => {
    const [, place] = chosen(model.decisions, nth) ?? [];
    if (place !== undefined) await objecting(model, world, who, place, "It was not so.");
  },
  toString: () => `${who} objects to ${nth}`,
});

/** One of the decisions that somebody has objected to. */
function objectedTo(model: Model, nth: number): [ModelDecision, number] | null {
  const [of] = chosen(model.decisions.filter(({ appeal }) => appeal !== null), nth) ?? [];
  return of ? [of, model.decisions.indexOf(of)] : null;
}

export const write = (who: number, nth: number, body: string): Act => ({
  check: (model) => objectedTo(model, nth) !== null,
  async run(model, world) {
    const [of, place] = objectedTo(model, nth) ?? [];
    const id = world.decisions[place ?? -1];
    const appeal = await appealOn(id);
    if (!of?.appeal || !appeal || !id) throw new Error("the objection is missing");
    const isByLink = comesByLink(model, who, of);
    const isTheirs = of.concerns === who || rankOf(who) > 0;
    const entering = isByLink ? faultOfDoor(model, who, of) : model.suspended.has(who) ? "notAllowed.signIn" : isTheirs ? null : "noSuch.appeal";
    const refused = entering ?? (of.appeal.closedAt === null ? null : "notAllowed.appealClosed");
    const ask = await asksAs(world, model, who);
    const call = isByLink ? asks(null, { now: () => later(model.now) }).decisions.writeByLink({ token: doorToken(id, world.members[who]?.id ?? ""), body }) : ask.appeals.write({ appeal: appeal.id, body });
    expect(await outcomeOf(call)).toBe(refused);
    if (!refused) of.appeal.notes += 1;
  },
  toString: () => `${who} writes on the objection to ${nth}`,
});

/** Why this moderator may not decide an objection. There is always another moderator, and another administrator, elsewhere. */
function faultOfDecidingOn(who: number, of: ModelDecision): string | null {
  if (of.concerns === who) return "notAllowed.ownCase";
  if (of.by === who) return "notAllowed.ownDecision";
  if ("member" in of.on) return who !== CHIEF && rankOf(of.concerns) >= rankOf(who) ? "notAllowed.above" : null;
  if (of.reporters.includes(who)) return "notAllowed.ownReport";
  return rankOf(of.concerns) > rankOf(who) ? "notAllowed.above" : null;
}

/** Why the decision cannot be reversed any more, though its objection is open. */
function faultOfReversing(model: Model, who: number, of: ModelDecision, place: number): string | null {
  if ("member" in of.on) return null;
  if ("thread" in of.on) return model.locked.get(of.on.thread) === place ? null : "conflict.decided";
  const comment = model.comments[of.on.comment];
  if (!comment) return null;
  return faultOfActing(model, who, "restore", comment) ?? (comment.stands === place ? faultOfLettingThrough(model, comment) : "conflict.decided");
}

export const decideAppeal = (who: number, nth: number, outcome: "upheld" | "reversed"): Act => ({
  check: (model) => objectedTo(model, nth) !== null,
  async run(model, world) {
    const [of, place = -1] = objectedTo(model, nth) ?? [];
    const appeal = await appealOn(world.decisions[place]);
    if (!of?.appeal || !appeal) throw new Error("the objection is missing");
    const deciding = model.suspended.has(who) ? "noSuch.page" : of.appeal.closedAt !== null ? "conflict.decided" : faultOfDecidingOn(who, of);
    const refused = deciding ?? (outcome === "reversed" ? faultOfReversing(model, who, of, place) : null);
    const call = (await asksAs(world, model, who)).appeals.decide({ appeal: appeal.id, seen: appeal.version, outcome, facts: "It was looked at again." });
    expect(await outcomeOf(call)).toBe(refused);
    if (refused) return;
    if (outcome === "upheld") {
      Object.assign(of.appeal, { outcome, closedAt: model.now, notes: of.appeal.notes + 1 });
      model.logged += 1;
    } else if ("comment" in of.on) await givenBack(model, world, { act: "restore", place: of.on.comment, by: who });
    else if ("thread" in of.on) await opened(model, world, of.on.thread, who);
    else await lifted(model, world, { whom: of.on.member, by: who, decisions: [place] });
  },
  toString: () => `${who} decides the objection to ${nth}: ${outcome}`,
});

/** Whoever was warned says that they have read it. */
export const acknowledge = (nth: number): Act => ({
  check: ({ decisions }) => decisions.some(({ act }) => act === "warn"),
  async run(model, world) {
    const [of] = chosen(model.decisions.filter(({ act }) => act === "warn"), nth) ?? [];
    if (!of) return;
    const place = model.decisions.indexOf(of);
    const isBorne = model.sanctions.some(({ decision }) => decision === place);
    const refused = model.suspended.has(of.concerns) ? "notAllowed.signIn" : isBorne ? null : "noSuch.decision";
    expect(await outcomeOf((await asksAs(world, model, of.concerns)).decisions.acknowledge({ decision: world.decisions[place] ?? "" }))).toBe(refused);
    if (!refused) model.sanctions = model.sanctions.filter(({ decision }) => decision !== place);
  },
  toString: () => `warning ${nth} is read`,
});
