/** A comment that was kept from view is taken back by its author: there is nothing left to decide, and who reported it hears so. */
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db, Writer } from "../../db/client";
import { comment } from "../../db/schema/discussions";
import { queueItem, report } from "../../db/schema/moderation";
import type { Write } from "../../db/writes";
import { behindGate } from "../class-reports/behind-gate";
import type { VisibleComment } from "../comments/visible";
import { waitingReports } from "./subjects";
import { tell } from "./tell";

/** For the unit that takes it back. A moderator who has it open finds it changed. */
export async function leavesTheQueue(db: Db, { id, sight, teaches }: Pick<VisibleComment, "id" | "sight" | "teaches">, now: Date): Promise<(w: Writer) => Write[]> {
  const reports = (await waitingReports(db, [id])).get(id) ?? [];
  const ids = reports.map((one) => one.id);
  const blind = sight && teaches === null ? await behindGate(db, sight.assignmentId, reports.flatMap(({ memberId }) => memberId ?? []), now) : new Set<string>();
  const told = reports.filter(({ memberId }) => memberId === null || !blind.has(memberId));
  return (w) => [
    w.update(queueItem).set({ closedAt: now, isHidden: false, claimedBy: null, claimedAt: null, version: sql`${queueItem.version} + 1` }).where(and(eq(queueItem.id, id), isNull(queueItem.closedAt))),
    ...(ids.length === 0 ? [] : [w.update(report).set({ outcome: "taken-back" }).where(and(inArray(report.id, ids), isNull(report.outcome)))]),
    ...told.flatMap(({ memberId, email, confirmed, language }) => tell(w, { to: { memberId, email: email ?? confirmed, language }, notice: "report-taken-back", mail: "report-taken-back", subjectId: id, about: `/comments/${id}` }, null, now)),
  ];
}

/** Of a comment that its author took back while it was kept from view: nothing gives it back. */
export function isTakenBack(id: string) {
  return sql`exists (select 1 from ${comment} where ${comment.id} = ${id} and ${comment.restrictedBy} is not null and ${comment.restriction} is null and ${comment.deletedAt} is not null)`;
}
