/** Where decisions are made: the one place that gives out their ids, with the row that stands behind each. */
import { v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { decision, type ThreadPlace } from "../../db/schema/decisions";
import type { Statement } from "../../db/writes";
import type { DecidesAs } from "../../domain/moderation/authority";
import { type Act, APPEAL_WINDOW_MS, type DecisionId, type Ground, isRestrictive } from "../../domain/moderation/decision";
import type { Caught } from "../../domain/moderation/phases";
import type { Reader } from "../../domain/permissions";

/** Why something is restricted, as its member reads it. `law`: which, where that is the ground. `until` null: not by itself. */
export type Reasons = { ground: Ground; law: string | null; facts: string; until: Date | null };

/** What is decided about: whose it is, and where it stands. */
export type Concerned = { subject: "comment" | "thread" | "member"; commentId?: string; threadId?: string; memberId: string | null; discussionId?: string; articleId?: string | null; /** Absent: in public. */ classId?: string | null };

/** A person, or what a rule caught. */
export type DecidedBy = { reader: { id: Reader["id"]; role: DecidesAs } } | { caught: Caught };

export type Decided = { id: DecisionId; row: typeof decision.$inferInsert };

export type ToDecide = { act: Act; about: Concerned; by: DecidedBy; reasons: Reasons | null; batch: string; replaces?: DecisionId | null; reverses?: DecisionId | null; before?: ThreadPlace; at: Date };

/** A decision that takes something has reasons; one that gives it back may do without. */
export function decide({ act, about, by, reasons, batch, replaces = null, reverses = null, before, at }: ToDecide): Decided {
  if (isRestrictive(act) && !reasons) throw new Error(`nothing is restricted without reasons: ${act}`);
  const id = newId() as DecisionId;
  const person = "reader" in by ? by.reader : null;
  const appealUntil = isRestrictive(act) && about.memberId !== null ? new Date(at.getTime() + APPEAL_WINDOW_MS) : null;
  const row = {
    ...{ id, act, ...about, batch, replaces, reverses, before, appealUntil, createdAt: at },
    ...{ ground: reasons?.ground ?? null, law: reasons?.law ?? null, facts: reasons?.facts ?? "", until: reasons?.until ?? null },
    ...{ isAutomatic: person === null, caught: "caught" in by ? by.caught : null, byMemberId: person?.id ?? null, byRole: person?.role ?? null },
  };
  return { id, row };
}

export function keepDecision(w: Writer, { row }: Decided): Statement {
  return w.insert(decision).values(row);
}
