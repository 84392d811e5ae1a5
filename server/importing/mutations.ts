/** Imports under way: what is written of them. Nothing of it is seen by others, so that no unit carries an event. */
import { and, count, eq, gt, notInArray, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import { importing, type ImportPhase } from "../../db/schema/editing";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import type { Reader } from "../../domain/permissions";
import { IMPORTS, stretchOf } from "../../domain/rates";
import { SILENT_MS } from "../now-and-then";
import { countOne } from "../rate";
import { tooMany, tooSoon } from "../refusals";

/** A code and its parameters. */
export type StoredRefusal = Record<string, string | number | null>;
export type HowFar = { phase: ImportPhase; done: number; total: number | null };
export type Outcome = { phase: "done"; articleId: string } | { phase: "refused"; refusal: StoredRefusal };

/** Of a member at once: one to wait for and one more; each takes a thread and an editor's attention. */
const RUNNING_AT_ONCE = 2;
/** What to wait for is another import's end, half a minute at most. */
const WAIT_SECONDS = 30;

const ENDED: ImportPhase[] = ["done", "refused"];
const MOST_LETTERS = 300;

/** Begins an import in this member's name. @throws Refusal tooMany, tooSoon */
export async function claimImport({ id: memberId }: Reader, what: string, phase: ImportPhase, now: Date): Promise<string> {
  const id = newId();
  const heard = new Date(now.getTime() - SILENT_MS);
  try {
    // The count of the hour comes first: whoever else begins one for this member waits for it, and then sees this one.
    await writeTogether((w) => {
      const running = w.select({ count: count() }).from(importing).where(and(eq(importing.memberId, memberId), notInArray(importing.phase, ENDED), gt(importing.saidAt, heard)));
      return [
        countOne(w, { what: "imports", whom: memberId }, IMPORTS, now),
        w.insert(importing).values({ id, memberId, what: what.slice(0, MOST_LETTERS), phase, createdAt: now, saidAt: now }),
        must(w.update(importing).set({ done: 0 }).where(and(eq(importing.id, id), sql`${running} <= ${RUNNING_AT_ONCE}`)), "running"),
      ];
    });
    return id;
  } catch (error) {
    if (error instanceof Overtaken) throw error.what === "running" ? tooSoon(WAIT_SECONDS) : tooMany(stretchOf(now, IMPORTS).secondsLeft);
    throw error;
  }
}

/** Says how far an import is; one that ended stays as it ended. */
export async function sayHowFar(id: string, how: HowFar, now: Date): Promise<void> {
  await writeTogether((w) => [w.update(importing).set({ ...how, saidAt: now }).where(and(eq(importing.id, id), notInArray(importing.phase, ENDED)))]);
}

export async function endImport(id: string, outcome: Outcome, now: Date): Promise<void> {
  await writeTogether((w) => [w.update(importing).set({ ...outcome, saidAt: now }).where(and(eq(importing.id, id), notInArray(importing.phase, ENDED)))]);
}
