/** Reads the log from its beginning, and names the first row that is not as it was written. */
import { asc } from "drizzle-orm";
import type { Db } from "../../db/client";
import { logChain, logRow } from "../../db/schema/moderation";
import { type Broken, verifier } from "../../domain/moderation/verify";
import { PUBLIC_CHAIN } from "../moderation/log-writes";
import { keptRows } from "./log";

export type Verified = { chain: string; broken: Broken | null; rows: number; redactions: number; head: string };

/** One page is in memory at a time: some megabytes. */
const ROWS_AT_ONCE = 1_000;

/** Every chain there is, the public one first; a chain whose end was taken away, too. */
export async function verifyLog(db: Db, rowsAtOnce = ROWS_AT_ONCE): Promise<Verified[]> {
  const [ends, kept] = await Promise.all([db.select({ chain: logChain.chain, length: logChain.length, head: logChain.head }).from(logChain), db.select({ chain: logRow.chain }).from(logRow).groupBy(logRow.chain).orderBy(asc(logRow.chain))]);
  const chains = [...new Set([PUBLIC_CHAIN, ...ends.map(({ chain }) => chain), ...kept.map(({ chain }) => chain)])];
  const all: Verified[] = [];
  for (const chain of chains) all.push(await verified(db, chain, ends.find((one) => one.chain === chain) ?? null, rowsAtOnce));
  return all;
}

async function verified(db: Db, chain: string, end: { length: number; head: string } | null, rowsAtOnce: number): Promise<Verified> {
  const reading = verifier(chain);
  let broken: Broken | null = null;
  for (let after = 0; ; ) {
    const rows = await keptRows(db, chain, after, rowsAtOnce);
    broken = reading.take(rows);
    const last = rows.at(-1);
    if (broken || !last || rows.length < rowsAtOnce) break;
    after = last.order;
  }
  broken ??= reading.end(end ? { order: end.length, link: end.head } : { order: 0, link: reading.soFar().head.link });
  const { rows, redactions, head } = reading.soFar();
  return { chain, broken, rows, redactions, head: head.link };
}
