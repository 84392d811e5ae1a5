/** Blanks the words of a row of the log: somebody's name in the reasons, say. That it was done, and why, is a row itself. */
import { and, eq, isNull } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { decision } from "../../db/schema/decisions";
import { logRow } from "../../db/schema/moderation";
import { must } from "../../db/writes";
import { FACTS_LENGTH } from "../../domain/moderation/decision";
import type { Reader } from "../../domain/permissions";
import { faultOfText, normalised } from "../../domain/text";
import { carryOut } from "../moderation/deciding";
import { PUBLIC_CHAIN } from "../moderation/log-writes";
import { badField, noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";

type Asked = Context & { reader: Reader };

/** @throws Refusal badField why, noSuch.logRow, notAllowed.nothingToRedact */
export async function redact(ctx: Asked, input: { order: number; why: string }): Promise<void> {
  const why = normalised(input.why.normalize("NFC"));
  const fault = faultOfText(why, FACTS_LENGTH);
  if (fault) throw badField("why", fault);
  const now = ctx.now();
  const { reader } = ctx;
  await carryOut(ctx, async () => {
    const [found] = await ctx.db.select({ row: logRow, of: decision }).from(logRow).innerJoin(decision, eq(decision.id, logRow.decision)).where(and(eq(logRow.chain, PUBLIC_CHAIN), eq(logRow.order, input.order)));
    if (!found) throw noSuch("logRow");
    const { row, of } = found;
    if (row.reason === null && row.citation === null) throw notAllowed("nothingToRedact");
    const said = { ...of, facts: why, law: null, ground: null, isAutomatic: false, caught: null, byMemberId: reader.id, byRole: reader.role, until: null, batch: newId() };
    return {
      chain: PUBLIC_CHAIN,
      said: [{ decided: { id: of.id, row: said }, act: "redact" as const, about: of.id, at: now }],
      events: [{ id: newId(), kind: "log.written" as const, subjectId: of.id, actorId: reader.id, at: now }],
      writes: (w: Writer) => [
        must(w.update(logRow).set({ reason: null, reasonSalt: null, citation: null, citationSalt: null, redactedAt: now }).where(and(eq(logRow.chain, row.chain), eq(logRow.order, row.order), isNull(logRow.redactedAt))), "row"),
        // The statement says no more than the log.
        ...(row.act === of.act ? [w.update(decision).set({ facts: "", law: null }).where(eq(decision.id, of.id))] : []),
      ],
    };
  });
}
