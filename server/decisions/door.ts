/**
 * The narrow door for who is suspended: a link that shows one statement and lets them object to it, where nobody can sign in. It opens nothing else
 * (docs/decisions/0021).
 */
import { eq } from "drizzle-orm";
import { decision } from "../../db/schema/decisions";
import { appeal } from "../../db/schema/moderation";
import { member } from "../../db/schema/members";
import type { DecisionId } from "../../domain/moderation/decision";
import { doorAt } from "../../domain/moderation/appeals";
import type { Reader } from "../../domain/permissions";
import { open, write } from "../appeals/mutations";
import { noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { isSealOf } from "./door-token";
import { statementOn } from "./statement";

const holder = { id: member.id, name: member.name, role: member.role, createdAt: member.createdAt, wasSanctioned: member.wasSanctioned };

/**
 * Whom a token speaks for, and of which suspension. The reader is for what is asked about that one decision, and must not leave this file.
 * @throws Refusal noSuch.statement where it is not ours; notAllowed.statementUndone, statementOver
 */
async function atTheDoor(ctx: Context, token: string): Promise<{ ctx: Context & { reader: Reader }; decision: DecisionId; appeal: string | null }> {
  const [id = "", seal = "", ...more] = token.split(".");
  const [found] = await ctx.db
    .select({ decision, holder, deletedAt: member.deletedAt, appeal: { id: appeal.id, closedAt: appeal.closedAt } })
    .from(decision)
    .innerJoin(member, eq(member.id, decision.memberId))
    .leftJoin(appeal, eq(appeal.decisionId, decision.id))
    // As text: it comes from an address, and names a decision or nothing.
    .where(eq(decision.id, id as DecisionId));
  if (!found || more.length > 0 || found.decision.act !== "suspend" || found.deletedAt !== null || !isSealOf(seal, found.decision.id, found.holder.id)) throw noSuch("statement");
  const state = doorAt(found.decision, found.appeal, ctx.now());
  if (state !== "open") throw notAllowed(state === "undone" ? "statementUndone" : "statementOver");
  return { ctx: { ...ctx, reader: found.holder }, decision: found.decision.id, appeal: found.appeal?.id ?? null };
}

type Held = { token: string };

/** @throws Refusal as `atTheDoor` */
export async function statementByLink(ctx: Context, { token }: Held) {
  const at = await atTheDoor(ctx, token);
  return statementOn(at.ctx, { decision: at.decision });
}

/** Objects to the suspension. Sent twice it is one. @throws Refusal as `atTheDoor`, badField body, notAllowed.noAppeal */
export async function objectByLink(ctx: Context, { token, body }: Held & { body: string }): Promise<void> {
  const at = await atTheDoor(ctx, token);
  await open(at.ctx, { decision: at.decision, body });
}

/** Writes on one's open objection. @throws Refusal as `atTheDoor`, badField body, noSuch.appeal, notAllowed.appealClosed, conflict.changed */
export async function writeByLink(ctx: Context, { token, body }: Held & { body: string }): Promise<void> {
  const at = await atTheDoor(ctx, token);
  if (at.appeal === null) throw noSuch("appeal");
  await write(at.ctx, { appeal: at.appeal, body });
}
