/** What follows from any decision, in the model: what it reverses, what is objected to it, and its undoing. */
import type { Act } from "../../../domain/moderation/decision";
import { asks } from "../world";
import { type Model, type ModelDecision, standingOn } from "./model";
import { comesBack, newestDecision, type World } from "./world";

type New = {
  act: Act;
  on: ModelDecision["on"];
  concerns: number;
  /** Null: a rule, which never decides anything yet. */
  by: number | null;
  reporters?: readonly number[];
  reversed?: readonly number[];
};

/** A decision that was made just now; its place in the list. */
export async function written(model: Model, world: World, { reporters = [], reversed = [], ...made }: New): Promise<number> {
  const place = model.decisions.length;
  const { id, batch } = await newestDecision();
  world.decisions.push(id);
  world.batches.push(batch);
  model.decisions.push({ ...made, reporters: [...reporters], at: model.now, isUndone: false, reversedBy: null, appeal: null });
  model.logged += 1;
  for (const other of reversed.flatMap((one) => model.decisions[one] ?? [])) {
    if (other.reversedBy !== null) continue;
    other.reversedBy = place;
    if (other.appeal?.outcome === null) Object.assign(other.appeal, { outcome: "reversed", result: place, closedAt: model.now });
  }
  return place;
}

/** The last that a person decided, which can be undone for a while. */
export async function decided(model: Model, world: World, made: New & { by: number }, takeBack: () => void): Promise<number> {
  const place = await written(model, world, made);
  model.last = { decision: place, by: made.by, at: model.now, takeBack };
  return place;
}

/** In the order of its being taken back: what it had reversed stands again, and what is objected to it has come to an end. */
export function undone(model: Model, place: number): void {
  const own = model.decisions[place];
  if (!own) return;
  own.isUndone = true;
  model.logged += 1;
  if (own.appeal?.outcome === null) Object.assign(own.appeal, { outcome: "reversed", closedAt: model.now });
  for (const other of model.decisions) {
    if (other.reversedBy !== place) continue;
    other.reversedBy = null;
    if (other.appeal?.result === place) Object.assign(other.appeal, { outcome: null, result: null, closedAt: null });
  }
}

/** Somebody is suspended, or comes back and signs in anew. */
export async function goes(model: Model, world: World, whom: number, isOut: boolean): Promise<void> {
  if (isOut) model.suspended.add(whom);
  else if (model.suspended.delete(whom)) await comesBack(world, whom);
}

/** A comment that is given back, or let through: by a moderator, or because an objection was granted. */
export async function givenBack(model: Model, world: World, { act, place, by }: { act: Act; place: number; by: number }): Promise<void> {
  const comment = model.comments[place];
  if (!comment) return;
  const before = { ...comment };
  const isRestricted = comment.state === "hidden" || comment.state === "removed";
  const isLetThrough = comment.state === "held" || comment.state === "refused";
  const reversed = isRestricted || isLetThrough ? standingOn(model, place) : [];
  comment.waiting = [];
  if (isRestricted || isLetThrough) Object.assign(comment, { state: "shown", stands: null });
  if (isLetThrough) await joins(model, world, place);
  const left = comment.state;
  await decided(model, world, { act, on: { comment: place }, concerns: comment.by, by, reversed }, () => {
    // What was let through has been seen: taken back, it is hidden and no longer held.
    if (comment.state === left) Object.assign(comment, { state: isLetThrough ? "hidden" : before.state, stands: before.stands });
    if (comment.state !== "forgotten") comment.waiting.push(...before.waiting);
  });
}

/** It answers, or begins a thread. */
async function joins(model: Model, world: World, place: number): Promise<void> {
  const comment = model.comments[place];
  const parent = comment?.parent == null ? null : model.comments[comment.parent];
  if (!comment) return;
  if (parent) comment.thread = parent.thread;
  else await beginsThread(model, world, place);
}

export async function beginsThread(model: Model, world: World, place: number): Promise<void> {
  Object.assign(model.comments[place] ?? {}, { thread: model.threads });
  model.threads += 1;
  world.threads.push((await asks(null).comments.where({ comment: world.ids[place] ?? "" })).thread);
}

/** A thread takes replies again. */
export async function opened(model: Model, world: World, thread: number, by: number): Promise<void> {
  const locking = model.locked.get(thread);
  if (locking === undefined) return;
  model.locked.delete(thread);
  const concerns = model.decisions[locking]?.concerns ?? 0;
  await decided(model, world, { act: "unlock", on: { thread }, concerns, by, reversed: [locking] }, () => model.locked.set(thread, locking));
}

/** What a member bears is lifted: all of it, or what one decision laid upon them. */
export async function lifted(model: Model, world: World, { whom, by, decisions }: { whom: number; by: number; decisions: readonly number[] }): Promise<void> {
  const ended = model.sanctions.filter(({ decision }) => decisions.includes(decision));
  model.sanctions = model.sanctions.filter((one) => !ended.includes(one));
  const comesIn = ended.some(({ kind }) => kind === "suspend");
  if (comesIn) await goes(model, world, whom, false);
  await decided(model, world, { act: "lift", on: { member: whom }, concerns: whom, by, reversed: decisions }, () => {
    model.sanctions.push(...ended);
    if (comesIn) model.suspended.add(whom);
  });
}
