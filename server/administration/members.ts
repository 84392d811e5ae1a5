/** Members, as those who run the place see them. */
import { and, count, desc, eq, inArray, isNull, like, lt, or, sql, type SQL } from "drizzle-orm";
import { decision } from "../../db/schema/decisions";
import { event } from "../../db/schema/events";
import { identity, member, session } from "../../db/schema/members";
import { skeletonOf } from "../../domain/names";
import { canMakeCard, canSuspend, type Reader, type Role } from "../../domain/permissions";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";

type Asked = Context & { reader: Reader };

const PAGE = 50;

/** What is typed is looked for as it stands: `%` and `_` are no wildcards. */
function beginningWith(text: string): string {
  return `${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

/** By the beginning of the handle, the display name or the address, in capitals or not. */
function matching(search: string): SQL | undefined {
  const typed = search.trim();
  if (typed === "") return undefined;
  const folded = beginningWith(typed.toLowerCase());
  // Signs that a handle's skeleton leaves out would find everybody.
  const skeleton = skeletonOf(typed);
  return or(
    skeleton === "" ? undefined : sql`${like(member.nameSkeleton, beginningWith(skeleton))} escape '\\'`,
    sql`${like(sql`lower(${member.displayName})`, folded)} escape '\\'`,
    sql`${like(member.displayName, beginningWith(typed))} escape '\\'`,
    sql`${like(member.email, folded)} escape '\\'`,
  );
}

/** On how many devices each of these members is signed in; who is on none is not in it. */
async function openSessionsOf({ db }: Asked, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: session.memberId, count: count() })
    .from(session)
    .innerJoin(member, and(eq(member.id, session.memberId), eq(member.sessionVersion, session.version)))
    .where(and(inArray(session.memberId, ids), isNull(session.endedAt)))
    .groupBy(session.memberId);
  return new Map(rows.map((row) => [row.id, row.count]));
}

export type MemberState = "active" | "suspended" | "deleted";

function stateOf({ suspendedAt, deletedAt }: { suspendedAt: Date | null; deletedAt: Date | null }): MemberState {
  if (deletedAt) return "deleted";
  return suspendedAt ? "suspended" : "active";
}

/** The newest first: ids are made in the order of joining. `after`: the id at which the page before ended. */
export async function membersList(ctx: Asked, { search, role, after }: { search: string; role: Role | null; after: string | null }) {
  const rows = await ctx.db
    .select({ id: member.id, name: member.name, displayName: member.displayName, role: member.role, createdAt: member.createdAt, lastCommentAt: member.lastCommentAt, suspendedAt: member.suspendedAt, deletedAt: member.deletedAt })
    .from(member)
    .where(and(isNull(member.deletedAt), matching(search), role ? eq(member.role, role) : undefined, after ? lt(member.id, after) : undefined))
    .orderBy(desc(member.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const sessions = await openSessionsOf(ctx, shown.map(({ id }) => id));
  return {
    members: shown.map(({ suspendedAt, deletedAt, createdAt, lastCommentAt, ...row }) => ({ ...row, sessions: sessions.get(row.id) ?? 0, state: stateOf({ suspendedAt, deletedAt }), joinedAt: createdAt.toISOString(), lastCommentAt: lastCommentAt?.toISOString() ?? null })),
    next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}

export type Kept = typeof member.$inferSelect;

/** The one way to a member's row by its id. @throws Refusal noSuch.member */
export async function keptMember({ db }: Pick<Asked, "db">, id: string): Promise<Kept> {
  const [found] = await db.select().from(member).where(eq(member.id, id));
  if (!found) throw noSuch("member");
  return found;
}

/** What was done to a member last; a page shows no more. */
const ACTS_SHOWN = 50;

/** One member: what they are, what opens their account, and what was done to it. */
export async function memberPage(ctx: Asked, input: { member: string }) {
  const kept = await keptMember(ctx, input.member);
  const [[open], [suspension], links, acts] = await Promise.all([
    ctx.db.select({ count: count() }).from(session).where(and(eq(session.memberId, kept.id), eq(session.version, kept.sessionVersion), isNull(session.endedAt))),
    ctx.db.select({ facts: decision.facts }).from(decision).where(kept.suspendedBy === null ? sql`false` : eq(decision.id, kept.suspendedBy)),
    ctx.db.select({ issuer: identity.issuer }).from(identity).where(eq(identity.memberId, kept.id)),
    ctx.db
      .select({ id: event.id, kind: event.kind, at: event.at, by: member.name })
      .from(event)
      .leftJoin(member, eq(member.id, event.actorId))
      .where(and(eq(event.subjectId, kept.id), like(event.kind, "member.%"), isNull(event.articleId)))
      .orderBy(desc(event.order))
      .limit(ACTS_SHOWN),
  ]);
  const { id, name, displayName, email, role } = kept;
  return {
    ...{ id, name, displayName, email, role },
    suspendedFor: suspension?.facts ?? null,
    state: stateOf(kept),
    isSelf: kept.id === ctx.reader.id,
    isConfirmed: kept.confirmedEmail !== null,
    hasPassword: kept.passwordHash !== null,
    issuers: links.map(({ issuer }) => issuer),
    sessions: open?.count ?? 0,
    joinedAt: kept.createdAt.toISOString(),
    lastCommentAt: kept.lastCommentAt?.toISOString() ?? null,
    suspendedAt: kept.suspendedAt?.toISOString() ?? null,
    canSuspend: canSuspend(ctx.reader, kept),
    canMakeCard: canMakeCard(ctx.reader, kept),
    acts: acts.map(({ at, ...act }) => ({ ...act, at: at.toISOString() })),
  };
}
