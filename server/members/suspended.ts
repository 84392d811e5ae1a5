/** What is said at the doors to who has shown that an account is theirs, when it is suspended. */
import { eq } from "drizzle-orm";
import { decision } from "../../db/schema/decisions";
import type { member } from "../../db/schema/members";
import { appeal } from "../../db/schema/moderation";
import { doorAt } from "../../domain/moderation/appeals";
import { doorToken } from "../decisions/door-token";
import { type Refusal, suspended } from "../refusals";
import type { Context } from "../trpc";

/** Why, until when, and the way to the statement. */
export async function refusalOfSuspended({ db, now }: Pick<Context, "db" | "now">, { id, suspendedBy, suspendedUntil }: Pick<typeof member.$inferSelect, "id" | "suspendedBy" | "suspendedUntil">): Promise<Refusal> {
  const until = suspendedUntil?.toISOString() ?? null;
  const [by] = suspendedBy === null ? [] : await db.select({ decision, appeal: { closedAt: appeal.closedAt, id: appeal.id } }).from(decision).leftJoin(appeal, eq(appeal.decisionId, decision.id)).where(eq(decision.id, suspendedBy));
  if (!by) return suspended({ ground: null, law: null, until, token: null });
  const isOpen = doorAt(by.decision, by.appeal, now()) === "open";
  return suspended({ ground: by.decision.ground, law: by.decision.law, until, token: isOpen ? doorToken(by.decision.id, id) : null });
}
