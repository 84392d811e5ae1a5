/** What a draft does to the discussion, in four numbers, as its revision keeps them. */
import { count, eq } from "drizzle-orm";
import type { Db } from "../../db/client";
import { carryOver } from "../../db/schema/editing";
import { type CarriedCounts, groupOf } from "../../domain/carry-over";

export async function countsOf(db: Db, draftId: string): Promise<CarriedCounts> {
  const { place, text } = carryOver;
  const rows = await db.select({ place, text, threads: count() }).from(carryOver).where(eq(carryOver.draftId, draftId)).groupBy(place, text);
  const counts: CarriedCounts = { exact: 0, changed: 0, moved: 0, removed: 0 };
  for (const row of rows) {
    const group = groupOf({ ...row, needsHuman: false });
    if (group !== "needs-you") counts[group] += row.threads;
  }
  return counts;
}
