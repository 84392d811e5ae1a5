/** What a member is called: the handle, unique to the eye, and the name that may stand before it. */
import { and, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Db } from "../../db/client";
import { isDuplicate, Overtaken } from "../../db/faults";
import { member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { faultOfDisplayName, faultOfName, skeletonOf } from "../../domain/names";
import type { Reader } from "../../domain/permissions";
import { DISPLAY_NAME_CHANGES, HANDLE_CHANGES, type Rate, stretchOf } from "../../domain/rates";
import { countOne } from "../rate";
import { badField, changedMeanwhile, tooMany } from "../refusals";
import type { Context } from "../trpc";
import { memberBySkeleton } from "./queries";
import { articlesNaming } from "./named-on";

type Asked = Context & { reader: Reader };

/** Staff are few; nobody may be called what one of them is called. */
async function looksLikeStaff(db: Db, skeleton: string, besides: string | null): Promise<boolean> {
  const staff = await db
    .select({ id: member.id, displayName: member.displayName })
    .from(member)
    .where(and(ne(member.role, "member"), isNotNull(member.displayName)));
  return staff.some(({ id, displayName }) => id !== besides && displayName !== null && skeletonOf(displayName) === skeleton);
}

/** `own`: the member who asks, whose own names are no obstacle. @throws Refusal field name */
export async function refuseTakenName(db: Db, name: string, own: string | null = null): Promise<void> {
  const skeleton = skeletonOf(name);
  const holder = await memberBySkeleton(db, skeleton);
  if (holder && holder.id !== own) throw badField("name", { fault: holder.name.toLowerCase() === name.toLowerCase() ? "nameTaken" : "nameLooksAlike" });
  if (await looksLikeStaff(db, skeleton, own)) throw badField("name", { fault: "nameLooksAlike" });
}

type Change = { set: Partial<Pick<typeof member.$inferInsert, "name" | "nameSkeleton" | "displayName">>; what: string; rate: Rate };

/** Changes what the reader is called wherever they wrote. */
async function renamed(ctx: Asked, { set, what, rate }: Change): Promise<void> {
  const now = ctx.now();
  const events = (await articlesNaming(ctx.db, ctx.reader.id)).map((articleId) => ({ id: newId(), kind: "member.renamed" as const, articleId, subjectId: ctx.reader.id, actorId: ctx.reader.id, at: now }));
  try {
    await writeTogether((w) => [countOne(w, { what, whom: ctx.reader.id }, rate, now), must(w.update(member).set(set).where(and(eq(member.id, ctx.reader.id), isNull(member.deletedAt))), "member")], events);
  } catch (error) {
    if (isDuplicate(error)) throw badField("name", { fault: "nameTaken" });
    if (!(error instanceof Overtaken)) throw error;
    throw error.what === "rate" ? tooMany(stretchOf(now, rate).secondsLeft) : changedMeanwhile();
  }
}

/** Gives the reader another handle; the old one is free at once. @throws Refusal field name, tooMany */
export async function renameMember(ctx: Asked, input: { name: string }): Promise<{ name: string }> {
  const name = input.name.normalize("NFC").trim();
  if (name === ctx.reader.name) return { name };
  const fault = faultOfName(name);
  if (fault) throw badField("name", fault);
  await refuseTakenName(ctx.db, name, ctx.reader.id);
  await renamed(ctx, { set: { name, nameSkeleton: skeletonOf(name) }, what: "handle", rate: HANDLE_CHANGES });
  return { name };
}

/**
 * What the reader is called before the handle; empty: nothing. Two members may be called alike, for the handle always stands
 * beside it, but nobody like another's handle or like those who run the place. @throws Refusal field displayName, tooMany
 */
export async function setDisplayName(ctx: Asked, input: { displayName: string }): Promise<void> {
  const displayName = input.displayName.normalize("NFC").trim() || null;
  const [own] = await ctx.db.select({ displayName: member.displayName }).from(member).where(eq(member.id, ctx.reader.id));
  if (own?.displayName === displayName) return;
  if (displayName !== null) await refuseDisplayName(ctx.db, displayName, ctx.reader.id);
  await renamed(ctx, { set: { displayName }, what: "display-name", rate: DISPLAY_NAME_CHANGES });
}

/** Whether the reader is named where what they contributed is credited. */
export async function setCredited(ctx: Asked, { credited }: { credited: boolean }): Promise<void> {
  const now = ctx.now();
  const events = (await articlesNaming(ctx.db, ctx.reader.id)).map((articleId) => ({ id: newId(), kind: "member.credited" as const, articleId, subjectId: ctx.reader.id, actorId: ctx.reader.id, at: now }));
  await writeTogether((w) => [w.update(member).set({ credited }).where(and(eq(member.id, ctx.reader.id), isNull(member.deletedAt)))], events);
}

/** `own`: the member who is to be called so; null: a new one. @throws Refusal field displayName */
export async function refuseDisplayName(db: Db, displayName: string, own: string | null): Promise<void> {
  const fault = faultOfDisplayName(displayName);
  if (fault) throw badField("displayName", fault);
  const skeleton = skeletonOf(displayName);
  const holder = await memberBySkeleton(db, skeleton);
  if ((holder && holder.id !== own) || (await looksLikeStaff(db, skeleton, own))) throw badField("displayName", { fault: "nameLooksAlike" });
}
