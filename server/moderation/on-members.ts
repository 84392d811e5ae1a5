/** What moderators decide about members: warned, held, silenced, suspended, and all of it lifted. */
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Db, Writer } from "../../db/client";
import { member } from "../../db/schema/members";
import { sanction } from "../../db/schema/moderation";
import { must, type Write } from "../../db/writes";
import { faultOfSanctioning } from "../../domain/moderation/authority";
import { type DecisionId, isRestrictive, type MemberAct, type SanctionKind } from "../../domain/moderation/decision";
import type { Reader } from "../../domain/permissions";
import { type AnsweredAppeal, answered, inHand } from "./answered";
import { anotherAdministrator, countOnAdministrator } from "../members/administrators";
import { pathOfStatement } from "../decisions/door-token";
import { endOpeningLinks } from "../members/links";
import { alreadyDecided, noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { decide, type Decided, keepDecision } from "./decided";
import { carryOut } from "./deciding";
import { PUBLIC_CHAIN, saidOf } from "./log-writes";
import { checkedReasons, type SentReasons } from "./reasons";
import { tell } from "./tell";

type Asked = Context & { reader: Reader };

/** `until` null: for good; of a warning it says nothing. */
export type OnMember = { act: MemberAct; member: string; until: Date | null; reasons: SentReasons | null; /** Of an appeal that is granted: only what it objects to is lifted. */ answers?: AnsweredAppeal };

/** @throws Refusal badField, noSuch.member, notAllowed.ownCase, above, onlyAdministrator, conflict.decided */
export async function decideOnMember(ctx: Asked, { act, member: id, until, reasons: sent, answers }: OnMember): Promise<{ batch: string }> {
  const now = ctx.now();
  const batch = newId();
  const reasons = isRestrictive(act) ? checkedReasons(sent ?? { ground: "law", law: "", facts: "" }, act === "warn" ? null : until, now) : sent && { ground: sent.ground, law: null, facts: sent.facts, until: null };
  await carryOut(ctx, async () => {
    const [[kept], all] = await Promise.all([ctx.db.select().from(member).where(and(eq(member.id, id), isNull(member.deletedAt))), borne(ctx.db, id)]);
    if (!kept) throw noSuch("member");
    const bears = answers ? all.filter(({ decisionId }) => decisionId === answers.of) : all;
    const fault = faultOfSanctioning(ctx.reader, kept);
    if (fault) throw notAllowed(fault);
    if (act === "lift" ? bears.length === 0 && !answers : act === "suspend" && kept.suspendedAt !== null) throw alreadyDecided();
    const decided = decide({ act, about: { subject: "member", memberId: id }, by: { reader: ctx.reader }, reasons, batch, reverses: act === "lift" ? (answers?.of ?? bears.at(-1)?.decisionId ?? null) : null, at: now });
    const remaining = act === "suspend" && kept.role === "administrator" ? await anotherAdministrator(ctx.db, id) : null;
    if (act === "suspend" && kept.role === "administrator" && !remaining) throw notAllowed("onlyAdministrator");
    const told = { memberId: id, email: kept.confirmedEmail, language: kept.language };
    const how = isRestrictive(act) ? ("decided" as const) : ("reversed" as const);
    return {
      chain: PUBLIC_CHAIN,
      said: [saidOf(decided)],
      events: [{ id: newId(), kind: act === "lift" ? ("member.lifted" as const) : act === "suspend" ? ("member.suspended" as const) : ("member.sanctioned" as const), subjectId: id, actorId: ctx.reader.id, at: now }],
      writes: (w: Writer) => [
        ...inHand(w, answers ?? null, now),
        keepDecision(w, decided),
        ...(act === "lift" ? lifted(w, kept, answers ? [answers.of] : bears.map(({ decisionId }) => decisionId), bears.length, decided, now) : imposed(w, kept, act, decided, now)),
        ...(remaining ? [countOnAdministrator(w, remaining)] : []),
        ...tell(w, { to: told, notice: how, mail: act === "suspend" ? "suspended" : how, subjectId: decided.id, about: pathOfStatement(decided.row, id) }, decided.id, now),
      ],
    };
  });
  return { batch };
}

type Kept = typeof member.$inferSelect;

/** What they bear by now, the oldest first; what has run out too, until it is ended. */
export function borne(db: Db, memberId: string) {
  return db.select({ decisionId: sanction.decisionId, kind: sanction.kind, until: sanction.until, acknowledgedAt: sanction.acknowledgedAt, createdAt: sanction.createdAt }).from(sanction).where(and(eq(sanction.memberId, memberId), isNull(sanction.endedAt))).orderBy(sanction.createdAt, sanction.decisionId);
}

/** A suspended member is signed out everywhere, and what would open their account is void. */
function imposed(w: Writer, kept: Kept, kind: SanctionKind, { id, row }: Decided, now: Date): Write[] {
  const until = row.until ?? null;
  const suspends = kind === "suspend" ? { suspendedAt: now, suspendedBy: id, suspendedUntil: until, sessionVersion: kept.sessionVersion + 1 } : {};
  return [
    w.insert(sanction).values({ decisionId: id, memberId: kept.id, kind, until, createdAt: now }),
    unchanged(w, kept, { wasSanctioned: true, ...suspends }),
    ...(kind === "suspend" ? [endOpeningLinks(w, kept.id)] : []),
  ];
}

/** `inForce`: how many of these are not ended yet; a warning that was read has nothing left to end, and is reversed all the same. */
function lifted(w: Writer, kept: Kept, ids: readonly DecisionId[], inForce: number, decided: Decided, now: Date): Write[] {
  const suspends = kept.suspendedBy === null || !ids.includes(kept.suspendedBy);
  return [
    ...(inForce > 0 ? [must(w.update(sanction).set({ endedAt: now }).where(and(inArray(sanction.decisionId, [...ids]), isNull(sanction.endedAt))), "sanction", inForce)] : []),
    ...answered(w, ids, decided, now),
    unchanged(w, kept, suspends ? {} : { suspendedAt: null, suspendedBy: null, suspendedUntil: null }),
  ];
}

function unchanged(w: Writer, { id, version }: Kept, set: Partial<typeof member.$inferInsert>): Write {
  return must(w.update(member).set({ ...set, version: sql`${member.version} + 1` }).where(and(eq(member.id, id), eq(member.version, version), isNull(member.deletedAt))), "member");
}
