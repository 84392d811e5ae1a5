/** The record of what was decided in a class, for those who teach it: a chain of its own, of which nobody else is told. */
import { and, desc, eq, lt } from "drizzle-orm";
import { enrolment } from "../../db/schema/classes";
import { decision } from "../../db/schema/decisions";
import { logRow } from "../../db/schema/moderation";
import type { Reader } from "../../domain/permissions";
import { taughtClass } from "../classes/visible";
import type { Context } from "../trpc";

const ROWS_A_PAGE = 50;

/** The newest first. `after`: the order at which the page before ended. Who teaches is named as the list names them; a moderator of the place by their alias. @throws Refusal noSuch.page */
export async function moderationLogOf(ctx: Context & { reader: Reader }, input: { class: string; after: number | null }) {
  const found = await taughtClass(ctx, input.class);
  const rows = await ctx.db
    .select({ row: logRow, name: enrolment.name, commentId: decision.commentId })
    .from(logRow)
    .innerJoin(decision, eq(decision.id, logRow.decision))
    .leftJoin(enrolment, and(eq(enrolment.classId, logRow.chain), eq(enrolment.memberId, decision.byMemberId)))
    .where(and(eq(logRow.chain, found.id), input.after === null ? undefined : lt(logRow.order, input.after)))
    .orderBy(desc(logRow.order))
    .limit(ROWS_A_PAGE + 1);
  const page = rows.slice(0, ROWS_A_PAGE);
  return {
    class: { id: found.id, name: found.name, timeZone: found.timeZone },
    role: found.me.role,
    rows: page.map(({ row: { order, act, object, ground, automated, role, alias, reason, citation, link, at }, name, commentId }) => ({ order, act, object, ground, automated, role, alias, reason, citation, link, at: at.toISOString(), name: role === "teacher" || role === "assistant" ? name : null, commentId })),
    next: rows.length > ROWS_A_PAGE ? (page.at(-1)?.row.order ?? null) : null,
  };
}

export type ClassModerationLog = Awaited<ReturnType<typeof moderationLogOf>>;
