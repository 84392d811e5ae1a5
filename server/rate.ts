/** Counting how often something was done, shared by all instances. */
import { and, eq, sql } from "drizzle-orm";
import { createHash } from "node:crypto";
import type { Db } from "../db/client";
import { Overtaken } from "../db/faults";
import { rateCount } from "../db/schema/members";
import { writeTogether } from "../db/write-together";
import { must, type Write } from "../db/writes";
import type { Writer } from "../db/client";
import { type Rate, stretchOf } from "../domain/rates";
import { tooMany } from "./refusals";

/** What is counted, and for whom. The person is hashed: addresses do not stay in the table of counts. */
export type Counted = { what: string; whom: string };

function keyOf({ what, whom }: Counted): string {
  return `${what}:${createHash("sha256").update(whom).digest("base64url").slice(0, 22)}`;
}

/** The write that counts one more, or `by` at once, all or none; past the most it overtakes its unit with the name `rate`. */
export function countOne(w: Writer, counted: Counted, rate: Rate, now: Date, by = 1): Write {
  const startedAt = new Date(stretchOf(now, rate).startedAt);
  return must(
    w
      .insert(rateCount)
      .values({ key: keyOf(counted), startedAt, count: by })
      .onConflictDoUpdate({
        target: [rateCount.key, rateCount.startedAt],
        set: { count: sql`${rateCount.count} + ${by}` },
        setWhere: sql`${rateCount.count} + ${by} <= ${rate.most}`,
      }),
    "rate",
  );
}

/** Counts one more, at once. @throws Refusal tooMany */
export async function spend(counted: Counted, rate: Rate, now: Date): Promise<void> {
  try {
    await writeTogether((w) => [countOne(w, counted, rate, now)]);
  } catch (error) {
    if (error instanceof Overtaken) throw tooMany(stretchOf(now, rate).secondsLeft);
    throw error;
  }
}

/** How often it was done in this stretch of time. */
export async function spent(db: Db, counted: Counted, rate: Rate, now: Date): Promise<number> {
  const startedAt = new Date(stretchOf(now, rate).startedAt);
  const [row] = await db.select({ count: rateCount.count }).from(rateCount).where(and(eq(rateCount.key, keyOf(counted)), eq(rateCount.startedAt, startedAt)));
  return row?.count ?? 0;
}

/** Takes one back that turned out not to be of the kind that is counted. */
export async function giveBack(counted: Counted, rate: Rate, now: Date): Promise<void> {
  const startedAt = new Date(stretchOf(now, rate).startedAt);
  await writeTogether((w) => [w.update(rateCount).set({ count: sql`${rateCount.count} - 1` }).where(and(eq(rateCount.key, keyOf(counted)), eq(rateCount.startedAt, startedAt)))]);
}
