/** Drafts: what happens. Nothing of it is seen by others, so that no unit carries an event. */
import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { randomInt } from "node:crypto";
import { v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { isDuplicate, Overtaken } from "../../db/faults";
import { forColumn, statement } from "../../db/prepared";
import { draft } from "../../db/schema/drafts";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { draftOf, type DraftText, faultOfDraft, MOST_DRAFTS, saveStep } from "../../domain/drafts";
import type { Reader } from "../../domain/permissions";
import { NEW_DRAFTS } from "../../domain/rates";
import { visibleDiscussion } from "../comments/visible";
import { countOne } from "../rate";
import { badField, busy, draftChanged, notAllowed, tooMany } from "../refusals";
import type { Context } from "../trpc";
import { ownDraft } from "./queries";
import { tiedTo } from "./tied";

type Asked = Context & { reader: Reader };
type Place = { discussion: string; place: string };
type Kept = NonNullable<Awaited<ReturnType<typeof ownDraft>>>;
export type SavedDraft = Place & { version: number; updatedAt: string | null };

/** Saves of one draft that come at once are told apart at the second look; drafts begun at once may meet in a slot. */
const MOST_ATTEMPTS = 10;

/**
 * Keeps an unfinished comment at its place; an empty one is thrown away. `version`: of the save it started from, 0 for none.
 * Saved again with the same words it answers as the first time.
 * @throws Refusal badField body, conflict.draft with the other words, noSuch, notAllowed.tooManyDrafts, tooMany
 */
export async function saveDraft(ctx: Asked, input: Place & DraftText & { revision: number | null; version: number }): Promise<SavedDraft> {
  const wish = { ...draftOf(input), version: input.version };
  const fault = faultOfDraft(wish);
  if (fault) throw badField("body", fault);
  const where = await visibleDiscussion(ctx, input.discussion);
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const kept = await ownDraft(ctx, input);
    const step = saveStep(kept, wish);
    if (step === "conflict" && kept) throw draftChanged(otherOf(kept));
    if (step === "nothing") return savedAs(input, kept);
    const made = kept && step !== "create" ? await changed(ctx, kept, wish) : await begun(ctx, input, where, wish);
    if (await written(made.write)) return savedAs(input, made);
  }
  throw busy();
}

/** Throws a draft away, whether or not its place is still there; answers with what it said, so that it can be saved again. */
export async function deleteDraft(ctx: Asked, input: Place & { version: number }): Promise<SavedDraft & { was: DraftText }> {
  const kept = await ownDraft(ctx, input);
  const step = saveStep(kept, { body: "", kind: null, version: input.version });
  if (!kept || step === "nothing") return { ...savedAs(input, kept), was: { body: "", kind: null } };
  if (step === "conflict") throw draftChanged(otherOf(kept));
  const made = await changed(ctx, kept, { body: "", kind: null });
  if (!(await written(made.write))) return deleteDraft(ctx, input);
  return { ...savedAs(input, made), was: { body: kept.body, kind: kept.kind, proposal: kept.proposal } };
}

function emptied(now: Date | SQL) {
  return { body: "", kind: null, proposal: null, slot: null, version: sql`${draft.version} + 1`, updatedAt: now };
}

const emptyWhichever = statement(["member", "discussion", "place", "now"], (w, given) => {
  const here = and(eq(draft.memberId, given.member), eq(draft.discussionId, given.discussion), eq(draft.place, given.place));
  return w.update(draft).set(emptied(forColumn(draft.updatedAt, given.now))).where(and(here, isNotNull(draft.slot)));
});

/** The write by which a comment that is posted or changed uses up its draft. `version` null: whichever is kept. */
export function useUpDraft(w: Writer, { version, ...whose }: Place & { member: string; version: number | null }, now: Date): Write {
  if (version === null) return emptyWhichever(w, { ...whose, now });
  const here = and(eq(draft.memberId, whose.member), eq(draft.discussionId, whose.discussion), eq(draft.place, whose.place));
  return w.update(draft).set(emptied(now)).where(and(here, isNotNull(draft.slot), eq(draft.version, version)));
}

type Made = { version: number; updatedAt: Date; write: (w: Writer) => Write[] };

/** Whether it was written; false when somebody was faster, and it is to be decided afresh. @throws Refusal tooMany */
async function written(write: Made["write"]): Promise<boolean> {
  try {
    await writeTogether(write);
    return true;
  } catch (error) {
    if (error instanceof Overtaken && error.what === "rate") throw tooMany(NEW_DRAFTS.perSeconds);
    if (error instanceof Overtaken || isDuplicate(error)) return false;
    throw error;
  }
}

async function begun(ctx: Asked, input: Place & { revision: number | null }, where: Awaited<ReturnType<typeof visibleDiscussion>>, text: DraftText): Promise<Made> {
  const now = ctx.now();
  const tied = await tiedTo(ctx, input, where);
  const row = { id: newId(), memberId: ctx.reader.id, discussionId: where.id, place: input.place, ...tied, ...textOf(text), version: 1, slot: await freeSlot(ctx), updatedAt: now };
  return {
    version: row.version,
    updatedAt: now,
    write: (w) => [must(w.insert(draft).values(row).onConflictDoNothing(), "draft"), countOne(w, { what: "draft", whom: ctx.reader.id }, NEW_DRAFTS, now)],
  };
}

async function changed(ctx: Asked, kept: Kept, text: DraftText): Promise<Made> {
  const now = ctx.now();
  const slot = text.body === "" ? null : (kept.slot ?? (await freeSlot(ctx)));
  const to = { ...textOf(text), slot, version: kept.version + 1, updatedAt: now };
  return { ...to, write: (w) => [must(w.update(draft).set(to).where(and(eq(draft.id, kept.id), eq(draft.version, kept.version))), "draft")] };
}

function textOf({ body, kind, proposal = null }: DraftText): DraftText {
  return { body, kind, proposal };
}

/** One of the free ones by chance, so that drafts begun at once seldom want the same. @throws Refusal notAllowed.tooManyDrafts */
async function freeSlot({ db, reader }: Asked): Promise<number> {
  const rows = await db.select({ slot: draft.slot }).from(draft).where(and(eq(draft.memberId, reader.id), isNotNull(draft.slot)));
  const taken = new Set(rows.map(({ slot }) => slot));
  const free = Array.from({ length: MOST_DRAFTS }, (_, place) => place + 1).filter((slot) => !taken.has(slot));
  const chosen = free.length ? free[randomInt(free.length)] : undefined;
  if (chosen === undefined) throw notAllowed("tooManyDrafts", { most: MOST_DRAFTS });
  return chosen;
}

function otherOf({ body, kind, version, updatedAt }: Kept) {
  return { body, kind, version, updatedAt: updatedAt.toISOString() };
}

function savedAs({ discussion, place }: Place, kept: { version: number; updatedAt: Date } | null): SavedDraft {
  return { discussion, place, version: kept?.version ?? 0, updatedAt: kept?.updatedAt.toISOString() ?? null };
}
