/** What moderators decide about comments, shown and held, one or many in one unit. */
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { queueItem, report } from "../../db/schema/moderation";
import type { NewEvent } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { type CommentAct, type DecisionId, isRestrictive, type Restriction } from "../../domain/moderation/decision";
import { isClaimed } from "../../domain/moderation/queue-wish";
import type { Reader } from "../../domain/permissions";
import { type AnsweredAppeal, answered, inHand, toldOfReversal } from "./answered";
import { behindGate } from "../class-reports/behind-gate";
import { alreadyDecided, claimedBy, noSuch, notAllowed, type Refusal } from "../refusals";
import type { Context } from "../trpc";
import { decide, type Decided, keepDecision, type Reasons } from "./decided";
import { carryOut } from "./deciding";
import { letThrough, refuse } from "./held";
import { saidOf } from "./log-writes";
import { checkedReasons, type SentReasons } from "./reasons";
import { reinstate, restrict } from "./restrict";
import { chainOf, ofThePublic, publicPageOf, type Scope } from "./scope";
import { type HeldComment, heldComments, itemsOf, type ModeratedComment, moderatedComments, reportersOf, standingDecisions, type WaitingReport, waitingReports } from "./subjects";
import { tell } from "./tell";

type Asked = Context & { reader: Reader };

/** `seen`: the version of its item that the moderator saw; null: none was there, or it does not matter. */
export type OnComments = { act: CommentAct; comments: { id: string; seen: number | null }[]; reasons: SentReasons | null; batch?: string; /** One alone is passed over like many. */ passesOver?: boolean; /** Of an appeal that is granted: this answers it. */ answers?: AnsweredAppeal };

export type Outcome = { /** For its undoing. */ batch: string; decided: string[]; /** Of many, those that are not this moderator's to decide, or are past it. */ skipped: { id: string; why: string }[] };

type Case = { id: string; version: number | null; reports: WaitingReport[]; /** What is reversed now, if it is given back; and who had reported it. */ standing: readonly DecisionId[]; reporters: WaitingReport[] } & ({ shown: ModeratedComment; held: null } | { shown: null; held: HeldComment });

/** How a comment is kept from view after an act; null: it is not. */
const RESTRICTIONS: Partial<Record<CommentAct, Restriction>> = { hide: "hidden", remove: "removed" };

/**
 * Decides about comments. One alone that cannot be decided is refused; of many it is passed over and told.
 * @throws Refusal badField, noSuch.comment, notAllowed.ownCase, ownReport, above, deleted, conflict.decided, conflict.claimed with the name of who has it in hand
 */
export async function decideOnComments(ctx: Asked, { batch = newId(), ...input }: OnComments, scope: Scope = ofThePublic(ctx.reader)): Promise<Outcome> {
  const many = input.comments.length > 1 && !isRestrictive(input.act);
  const waiting = many ? new Set((await heldComments(ctx, input.comments.map(({ id }) => id), scope.classId)).map(({ id }) => id)) : new Set<string>();
  // Each that is let through is posted in a unit of its own: it may answer, or share its writer with, the one before.
  const units = [...input.comments.filter(({ id }) => waiting.has(id)).map((one) => [one]), input.comments.filter(({ id }) => !waiting.has(id))].filter((unit) => unit.length > 0);
  const outcome: Outcome = { batch, decided: [], skipped: [] };
  for (const comments of units) {
    const { decided, skipped } = await decideTogether(ctx, { ...input, comments, batch, isAlone: input.comments.length === 1 && input.passesOver !== true }, scope);
    outcome.decided.push(...decided);
    outcome.skipped.push(...skipped);
  }
  return outcome;
}

async function decideTogether(ctx: Asked, { act, comments, reasons: sent, batch, isAlone, answers }: OnComments & { batch: string; isAlone: boolean }, scope: Scope): Promise<Outcome> {
  const now = ctx.now();
  const reasons = isRestrictive(act) ? checkedReasons(sent ?? { ground: "law", law: "", facts: "" }, null, now) : sent && { ground: sent.ground, law: null, facts: sent.facts, until: null };
  let outcome: Outcome = { batch, decided: [], skipped: [] };
  await carryOut(ctx, async () => {
    // Who answers an objection decides that, whoever has the comment in hand.
    const { cases, skipped } = await decidable(ctx, { act, comments, isAlone, mindsClaims: answers === undefined }, scope);
    if (answers && cases.some((one) => standsBy(one) !== answers.of)) throw alreadyDecided();
    outcome = { batch, decided: cases.map(({ id }) => id), skipped };
    if (cases.length === 0) return null;
    const planned = await Promise.all(cases.map((one) => planned1(ctx, scope, act, one, reasons, batch, now)));
    return {
      chain: chainOf(scope),
      said: planned.map(({ decided }) => saidOf(decided)),
      events: planned.map(({ event }) => event),
      writes: (w: Writer) => [...inHand(w, answers ?? null, now), ...planned.flatMap(({ writes }) => writes(w))],
    };
  });
  return outcome;
}

/** @throws Refusal when the only one cannot be decided */
async function decidable(ctx: Asked, { act, comments, isAlone, mindsClaims }: Pick<OnComments, "act" | "comments"> & { isAlone: boolean; mindsClaims: boolean }, scope: Scope): Promise<{ cases: Case[]; skipped: Outcome["skipped"] }> {
  const ids = [...new Set(comments.map(({ id }) => id))];
  const [shown, waiting, reports, items] = await Promise.all([moderatedComments(ctx, ids, scope.classId), heldComments(ctx, ids, scope.classId), waitingReports(ctx.db, ids), itemsOf(ctx.db, ids)]);
  const found = new Map<string, { shown: ModeratedComment; held: null } | { shown: null; held: HeldComment }>([...shown.map((one) => [one.id, { shown: one, held: null }] as const), ...waiting.map((one) => [one.id, { shown: null, held: one }] as const)]);
  const standing = isRestrictive(act) ? new Map<string, DecisionId[]>() : await standingDecisions(ctx.db, [...shown.flatMap(({ id, restriction }) => (restriction === null ? [] : [id])), ...waiting.map(({ id }) => id)]);
  const reporters = await reportersOf(ctx.db, [...standing.values()].flat());
  const cases: Case[] = [];
  const skipped: Outcome["skipped"] = [];
  for (const { id, seen } of comments) {
    const of = found.get(id);
    const item = items.get(id);
    if (!of) {
      if (isAlone) throw noSuch("comment");
      skipped.push({ id, why: "gone" });
      continue;
    }
    const mine = reports.get(id) ?? [];
    const inHand = mindsClaims && item !== undefined && item.closedAt === null && item.claimedBy !== ctx.reader.id && isClaimed(item, ctx.now());
    const fault = faultOf(scope, act, of, mine, item && seen !== null && item.version !== seen ? "decided" : null) ?? (inHand ? "claimed" : null);
    if (fault && isAlone) throw refusalOf(fault, item?.claimer ?? "");
    if (fault) skipped.push({ id, why: fault });
    else cases.push({ id, version: item?.version ?? null, reports: mine, standing: standing.get(id) ?? [], reporters: (standing.get(id) ?? []).flatMap((one) => reporters.get(one) ?? []), ...of });
  }
  return { cases, skipped };
}

type Fault = "ownCase" | "ownReport" | "above" | "deleted" | "decided" | "nothingToRestore" | "wordsGone";

function refusalOf(fault: Fault | "claimed", claimer: string): Refusal {
  return fault === "decided" ? alreadyDecided() : fault === "claimed" ? claimedBy(claimer) : notAllowed(fault);
}

function faultOf(scope: Scope, act: CommentAct, { shown, held }: Pick<Case, "shown" | "held">, reports: readonly WaitingReport[], seen: "decided" | null): Fault | null {
  const author = shown ?? held;
  if (!author) return "deleted";
  const fault = scope.faultOf({ authorId: author.memberId, authorRole: author.memberRole, authorInClass: author.classRole, reporters: reports.flatMap(({ memberId }) => memberId ?? []) });
  if (fault ?? seen) return fault ?? seen;
  if (!shown) return held && (act === "hide" || (act === "remove" && held.refusedBy !== null)) ? "decided" : null;
  if (shown.deletedAt !== null && shown.restriction === null) return act === "approve" ? null : "deleted";
  if (act === "restore" && shown.restriction === null) return "nothingToRestore";
  if (!isRestrictive(act) && shown.restriction !== null && shown.sealed === null) return "wordsGone";
  return RESTRICTIONS[act] !== undefined && RESTRICTIONS[act] === shown.restriction && !reports.length ? "decided" : null;
}

async function planned1(ctx: Asked, scope: Scope, act: CommentAct, one: Case, reasons: Reasons | null, batch: string, now: Date): Promise<{ decided: Decided; event: NewEvent; writes: (w: Writer) => Write[] }> {
  const author = one.shown ?? one.held;
  if (!author) throw noSuch("comment");
  const before = standsBy(one);
  const about = { subject: "comment" as const, commentId: one.id, threadId: one.shown?.threadId, memberId: author.memberId, discussionId: author.discussionId, articleId: author.articleId, classId: scope.classId };
  const decided = decide({ act, about, by: { reader: { id: ctx.reader.id, role: scope.as } }, reasons, batch, replaces: before, reverses: isRestrictive(act) ? null : before, at: now });
  const passed = one.held && !isRestrictive(act) ? await letThrough(ctx, one.held, now) : null;
  const blind = await whoSeesItNot(ctx, author, [...one.reports, ...one.reporters], now);
  const sees = ({ memberId }: WaitingReport): boolean => memberId === null || !blind.has(memberId);
  const heard = { ...one, reports: one.reports.filter(sees), reporters: one.reporters.filter(sees) };
  const effect = (w: Writer): Write[] => {
    if (one.held) return passed ? passed(w) : refuse(w, one.held, decided);
    const restriction = RESTRICTIONS[act];
    if (restriction) return restrict(w, one.shown, decided, restriction, now);
    return one.shown.restriction === null ? [] : reinstate(w, one.shown);
  };
  const kind = passed ? "comment.posted" : isRestrictive(act) ? "comment.restricted" : "comment.reinstated";
  return {
    decided,
    event: { id: newId(), kind, articleId: publicPageOf(scope, author.articleId), discussionId: author.discussionId, subjectId: one.id, actorId: passed ? author.memberId : ctx.reader.id, at: now },
    writes: (w) => [keepDecision(w, decided), ...effect(w), ...closed(w, one, decided, now), ...(decided.row.reverses ? answered(w, one.standing, decided, now) : []), ...told(w, heard, decided, now)],
  };
}

/** In a class: who reported a student's comment that a gate hides from them by now. */
async function whoSeesItNot({ db }: Asked, { assignmentId, classRole }: ModeratedComment | HeldComment, reports: readonly WaitingReport[], now: Date): Promise<ReadonlySet<string>> {
  return assignmentId === null || classRole !== "student" ? new Set() : behindGate(db, assignmentId, reports.flatMap(({ memberId }) => memberId ?? []), now);
}

/** The decision by which it is kept from view, shown or held; null: none does. */
function standsBy({ shown, held }: Pick<Case, "shown" | "held">): DecisionId | null {
  if (shown) return shown.restriction === null ? null : shown.restrictedBy;
  return held?.refusedBy ?? held?.decisionId ?? null;
}

/** Its item and its reports are answered. */
function closed(w: Writer, { id, version, reports }: Case, { id: decisionId, row }: Decided, now: Date): Write[] {
  const item = version === null ? [] : [must(w.update(queueItem).set({ closedAt: now, closedBy: decisionId, isHidden: false, claimedBy: null, claimedAt: null, version: sql`${queueItem.version} + 1` }).where(and(eq(queueItem.id, id), eq(queueItem.version, version))), "item")];
  if (reports.length === 0) return item;
  const outcome = isRestrictive(row.act) ? "upheld" : "declined";
  const ids = reports.map((one) => one.id);
  return [...item, must(w.update(report).set({ outcome, decisionId }).where(and(inArray(report.id, ids), isNull(report.outcome))), "reports", ids.length)];
}

function told(w: Writer, one: Case, { id, row }: Decided, now: Date): Write[] {
  const author = one.shown ?? one.held;
  const heard = isRestrictive(row.act) ? ({ notice: "decided", mail: "decided" } as const) : one.held ? ({ notice: "let-through", mail: "let-through" } as const) : one.shown.restriction === null ? null : ({ notice: "reversed", mail: "reversed" } as const);
  const toAuthor = author && heard ? tell(w, { to: author, ...heard, subjectId: id, about: `/decisions/${id}` }, id, now) : [];
  const notice = isRestrictive(row.act) ? ("report-upheld" as const) : ("report-declined" as const);
  const toReporters = one.reports.flatMap(({ memberId, email, confirmed, language }) => tell(w, { to: { memberId, email: email ?? confirmed, language }, notice, mail: "report-decided", subjectId: one.id, about: `/comments/${one.id}` }, id, now));
  return [...toAuthor, ...toReporters, ...toldOfReversal(w, one.reporters, one.id, id, now)];
}
