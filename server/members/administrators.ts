/** The last administrator stays. A rule over several rows: each unit that makes one fewer takes note of one who remains. */
import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import type { Db, Writer } from "../../db/client";
import { member } from "../../db/schema/members";
import { must, type Write } from "../../db/writes";

export type Remaining = { id: string; version: number };

/** An administrator besides this one who can act; null when this is the last. */
export async function anotherAdministrator(db: Db, besides: string): Promise<Remaining | null> {
  const [other] = await db
    .select({ id: member.id, version: member.version })
    .from(member)
    .where(and(eq(member.role, "administrator"), ne(member.id, besides), isNull(member.suspendedAt), isNull(member.deletedAt)))
    .orderBy(asc(member.id))
    .limit(1);
  return other ?? null;
}

/** Counts on the one who remains: of two who leave at once, each counting on the other, one is overtaken and decides afresh. */
export function countOnAdministrator(w: Writer, { id, version }: Remaining): Write {
  const unchanged = and(eq(member.id, id), eq(member.version, version), eq(member.role, "administrator"), isNull(member.suspendedAt), isNull(member.deletedAt));
  return must(w.update(member).set({ version: sql`${member.version} + 1` }).where(unchanged), "administrator");
}
