/** What is written of a review under way, or of a draft that is being published, and what its page is told. Nobody but editors sees it. */
import { and, eq, inArray, lt, notInArray, or } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Db } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { carrying, type CarryingPhase, revisionDraft } from "../../db/schema/editing";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { SILENT_MS } from "../now-and-then";
import { changedMeanwhile } from "../refusals";

export type Act = "review" | "publish";
/** A code and its parameters. */
export type StoredRefusal = Record<string, string | number | null>;
export type HowFar = { phase: CarryingPhase; done: number; total: number | null };

const ENDED: CarryingPhase[] = ["done", "refused"];

/** `why`: kept with a draft that is being published, so that one that is refused says it again. */
type Claim = { draftId: string; version: number; act: Act; by: string | null; why?: string | null; now: Date };

/**
 * Begins one for this version of the draft. A review takes the place of one that runs, which then writes no more; what is being
 * published is left alone. @throws Refusal conflict.changed
 */
export async function claimCarrying({ draftId, version, act, by, why = null, now }: Claim): Promise<string> {
  const id = newId();
  const anew = { id, act, version, phase: "reading" as const, done: 0, total: null, refusal: null, byMemberId: by, createdAt: now, saidAt: now };
  const heard = new Date(now.getTime() - SILENT_MS);
  const isSettled = or(inArray(carrying.phase, ENDED), lt(carrying.saidAt, heard));
  const here = and(eq(revisionDraft.id, draftId), eq(revisionDraft.version, version));
  await orChanged(
    writeTogether((w) => [
      must(w.update(revisionDraft).set(act === "review" ? { reviewed: null } : { why }).where(here), "draft"),
      must(w.insert(carrying).values({ ...anew, draftId }).onConflictDoUpdate({ target: carrying.draftId, set: act === "review" ? { ...anew, fates: null, kept: null } : anew, setWhere: act === "review" ? or(eq(carrying.act, "review"), isSettled) : isSettled }), "running"),
    ]),
  );
  return id;
}

/** Runs what writes to a draft; a change that came between is told as such. @throws Refusal conflict.changed */
export async function orChanged(written: Promise<void>): Promise<void> {
  try {
    await written;
  } catch (error) {
    if (error instanceof Overtaken) throw changedMeanwhile();
    throw error;
  }
}

const running = (id: string) => and(eq(carrying.id, id), notInArray(carrying.phase, ENDED));

/** Says how far it is; one that ended stays as it ended. */
export async function sayHowFar(id: string, how: HowFar, now: Date): Promise<void> {
  await writeTogether((w) => [w.update(carrying).set({ ...how, saidAt: now }).where(running(id))]);
}

export async function refuseCarrying(id: string, refusal: StoredRefusal, now: Date): Promise<void> {
  await writeTogether((w) => [w.update(carrying).set({ phase: "refused", refusal, saidAt: now }).where(running(id))]);
}

/** A draft's carrying without what may be large. `isCutOff`: it fell silent, or was told to stop. */
export type Carrying = HowFar & { act: Act; version: number; refusal: StoredRefusal | null; kept: number | null; decisions: number; isRunning: boolean };

export async function carryingOf(db: Db, draftId: string, now: Date): Promise<Carrying | null> {
  const { act, version, phase, done, total, refusal, kept, decisions, saidAt } = carrying;
  const [row] = await db.select({ act, version, phase, done, total, refusal, kept, decisions, saidAt }).from(carrying).where(eq(carrying.draftId, draftId));
  if (!row) return null;
  const { saidAt: heard, ...rest } = row;
  const isEnded = ENDED.includes(row.phase);
  const isSilent = !isEnded && now.getTime() - heard.getTime() > SILENT_MS;
  return isSilent ? { ...rest, phase: "refused", refusal: { refused: "cut-off" }, isRunning: false } : { ...rest, isRunning: !isEnded };
}
