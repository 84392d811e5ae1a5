/** Whether a member may post, by what they bear. */
import { and, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { database } from "../../db/client";
import { member } from "../../db/schema/members";
import { sanction } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { isInForce } from "../../domain/moderation/sanctions";
import type { Reader } from "../../domain/permissions";
import { noSuch, notAllowed } from "../refusals";
import { startRounds } from "../rounds";
import type { Context } from "../trpc";
import { borne } from "./on-members";

type Asked = Context & { reader: Reader };

/**
 * Whether a moderator looks first at what this member posts. The text of who may not post is kept by its caller.
 * @throws Refusal notAllowed.silenced with until when, notAllowed.warned until they have read their warning
 */
export async function heldBySanction({ db, reader, now }: Asked): Promise<boolean> {
  if (!reader.wasSanctioned) return false;
  const bears = (await borne(db, reader.id)).filter((one) => isInForce(one, now()));
  const silence = bears.find(({ kind }) => kind === "silence");
  if (silence) throw notAllowed("silenced", { decision: silence.decisionId, until: silence.until?.toISOString() ?? "" });
  const warning = bears.find(({ kind }) => kind === "warn");
  if (warning) throw notAllowed("warned", { decision: warning.decisionId });
  return bears.some(({ kind }) => kind === "hold");
}

/** The member has read their warning; twice is once. @throws Refusal noSuch.decision when it is not theirs */
export async function acknowledge({ db, reader, now }: Asked, input: { decision: string }): Promise<void> {
  const theirs = (await borne(db, reader.id)).find(({ decisionId, kind }) => decisionId === input.decision && kind === "warn");
  if (!theirs) throw noSuch("decision");
  await writeTogether((w) => [w.update(sanction).set({ acknowledgedAt: now(), endedAt: now() }).where(and(eq(sanction.decisionId, theirs.decisionId), isNull(sanction.endedAt)))]);
}

/** Members let in again in one unit. */
const LAPSES_AT_ONCE = 100;
/** A suspension is told to the minute. */
const LOOK_EVERY_MS = 60_000;

/** Opens the doors to those whose time has passed. */
export async function endLapsed(now: Date): Promise<void> {
  const due = await database().select({ id: member.id, by: member.suspendedBy, until: member.suspendedUntil }).from(member).where(lte(member.suspendedUntil, now)).orderBy(member.id).limit(LAPSES_AT_ONCE);
  if (due.length === 0) return;
  const ids = due.map(({ id }) => id);
  await writeTogether((w) => [
    must(w.update(member).set({ suspendedAt: null, suspendedBy: null, suspendedUntil: null, version: sql`${member.version} + 1` }).where(and(inArray(member.id, ids), lte(member.suspendedUntil, now))), "member", ids.length),
    w.update(sanction).set({ endedAt: now }).where(and(inArray(sanction.decisionId, due.flatMap(({ by }) => by ?? [])), isNull(sanction.endedAt))),
  ]);
}

/** Looks now and every minute; the returned function ends it. */
export function startEndingSuspensions(): () => Promise<void> {
  return startRounds("suspensions", LOOK_EVERY_MS, () => endLapsed(new Date()));
}
