/** The real thing beside the model: a discussion, its members with their sessions, and what pages show of it. */
import { and, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { database } from "../../../db/client";
import { decision } from "../../../db/schema/decisions";
import { comment, discussion, thread } from "../../../db/schema/discussions";
import { appeal, appealNote, logRow, queueItem, report } from "../../../db/schema/moderation";
import { member } from "../../../db/schema/members";
import type { DecisionId } from "../../../domain/moderation/decision";
import type { Reader } from "../../../domain/permissions";
import { openSession, readerOfSession, sessionNamedIn, openingCookies } from "../../session";
import { aMember, anArticle, asks, later, refusal } from "../world";
import { MODERATORS, type Model, WRITERS, CHIEF } from "./model";

export type World = { article: Awaited<ReturnType<typeof anArticle>>; members: Reader[]; sessions: string[]; /** Ids of comments, by their place in the model. */ ids: string[]; threads: string[]; /** Of decisions, by their place in the model. */ decisions: DecisionId[]; batches: string[] };

export async function freshWorld(): Promise<World> {
  const members: Reader[] = [];
  for (const _ of WRITERS) members.push(await aMember());
  for (const _ of MODERATORS) members.push(await aMember({ role: "moderator" }));
  members[CHIEF] = await aMember({ role: "administrator" });
  const sessions = [];
  for (const one of members) sessions.push(await signedIn(one.id));
  return { article: await anArticle(), members, sessions, ids: [], threads: [], decisions: [], batches: [] };
}

/** What was decided last, by whomever: stories are told one after the other. */
export async function newestDecision(): Promise<{ id: DecisionId; batch: string }> {
  const [found] = await database().select({ id: decision.id, batch: decision.batch }).from(decision).orderBy(desc(decision.id)).limit(1);
  if (!found) throw new Error("nothing was decided");
  return found;
}

/** The objection to a decision; null: there is none. */
export async function appealOn(id: DecisionId | undefined) {
  const [found] = await database().select({ id: appeal.id, version: appeal.version }).from(appeal).where(eq(appeal.decisionId, id ?? ("none" as DecisionId)));
  return found ?? null;
}

/** A session under the member's present version, as signing in opens it. */
async function signedIn(id: string): Promise<string> {
  const [row] = await database().select({ id: member.id, sessionVersion: member.sessionVersion }).from(member).where(eq(member.id, id));
  if (!row) throw new Error("a member is missing");
  return (await sessionNamedIn(openingCookies(await openSession(row, "a test", later(0))))) ?? "";
}

export async function comesBack(world: World, who: number): Promise<void> {
  world.sessions[who] = await signedIn(world.members[who]?.id ?? "");
}

/** Asks as this member does now: as a visitor, when their session has ended. */
export async function asksAs(world: World, { now }: Model, who: number) {
  const found = await readerOfSession(database(), world.sessions[who] ?? "");
  return asks(found?.reader ?? null, { now: () => later(now) });
}

/** What a call came to: null, or the name of its refusal. */
export async function outcomeOf(call: Promise<unknown>): Promise<string | null> {
  let isDone = false;
  const watched = call.then((value) => {
    isDone = true;
    return value;
  });
  try {
    return (await refusal(watched)).reason;
  } catch (error) {
    if (isDone) return null;
    throw error;
  }
}

/** All that is public of it, in the order of arrival. */
export async function shownOf({ article: { slug } }: World): Promise<Map<string, Shown>> {
  const shown = new Map<string, Shown>();
  for (let after: string | null = null; ; ) {
    const page: Whole = await asks(null).articles.all({ slug, after });
    for (const { threads } of [page.wholeArticle, ...page.blocks])
      for (const { comments } of threads) for (const { id, body, restricted, deletedAt } of comments) shown.set(id, { body, restricted: restricted?.how ?? null, isGone: deletedAt !== null });
    if (!page.next) return shown;
    after = page.next;
  }
}

type Whole = Awaited<ReturnType<ReturnType<typeof asks>["articles"]["all"]>>;
export type Shown = { body: string; restricted: string | null; isGone: boolean };

export async function countsOf({ article }: World): Promise<{ all: number; inThreads: number }> {
  const [[of], [sum]] = await Promise.all([
    database().select({ comments: discussion.comments }).from(discussion).where(eq(discussion.id, article.discussionId)),
    database().select({ comments: sql<number>`coalesce(sum(${thread.comments}), 0)` }).from(thread).where(eq(thread.discussionId, article.discussionId)),
  ]);
  return { all: of?.comments ?? 0, inThreads: Number(sum?.comments ?? 0) };
}

export async function versionOf(id: string): Promise<number> {
  const [found] = await database().select({ version: comment.version }).from(comment).where(eq(comment.id, id));
  return found?.version ?? 0;
}

/** Reports that wait for an answer, of all in this discussion. */
export async function waitingIn({ article }: World): Promise<number> {
  const [of] = await database().select({ count: count() }).from(report).innerJoin(comment, eq(comment.id, report.commentId)).where(and(eq(comment.discussionId, article.discussionId), isNull(report.outcome)));
  return of?.count ?? 0;
}

/** How many rows of the log are about these members. */
export async function loggedOn({ members }: World): Promise<number> {
  const ids = members.map(({ id }) => id);
  const [of] = await database().select({ rows: count() }).from(logRow).innerJoin(decision, eq(decision.id, logRow.decision)).where(inArray(decision.memberId, ids));
  return of?.rows ?? 0;
}

/** All that was decided, and what is objected to it, in the order of decisions. */
export async function decisionsOf({ decisions }: World) {
  const [rows, notes] = await Promise.all([
    database().select({ id: decision.id, undoneAt: decision.undoneAt, reversedBy: decision.reversedBy, appeal: appeal.id, outcome: appeal.outcome, closedAt: appeal.closedAt, item: queueItem.closedAt }).from(decision).leftJoin(appeal, eq(appeal.decisionId, decision.id)).leftJoin(queueItem, eq(queueItem.id, appeal.id)).where(inArray(decision.id, decisions)),
    database().select({ appeal: appealNote.appealId, count: count() }).from(appealNote).innerJoin(appeal, eq(appeal.id, appealNote.appealId)).where(inArray(appeal.decisionId, decisions)).groupBy(appealNote.appealId),
  ]);
  const [byId, said] = [new Map(rows.map((row) => [row.id, row])), new Map(notes.map((row) => [row.appeal, row.count]))];
  return decisions.map((id) => {
    const row = byId.get(id);
    if (!row) throw new Error("a decision is missing");
    const { undoneAt, reversedBy, appeal: on, outcome, closedAt, item } = row;
    return { isUndone: undoneAt !== null, reversedBy: reversedBy && decisions.indexOf(reversedBy), appeal: on && { outcome, isClosed: closedAt !== null, isOffTheQueue: item !== null, notes: said.get(on) ?? 0 } };
  });
}
