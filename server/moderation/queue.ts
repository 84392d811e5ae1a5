/** The queue: what waits for a moderator, the most urgent first, of these the oldest. */
import { and, asc, count, eq, gt, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { aliased } from "../../db/aliased";
import type { Db } from "../../db/client";
import { article, revision } from "../../db/schema/articles";
import { comment, discussion } from "../../db/schema/discussions";
import { member } from "../../db/schema/members";
import { appealNote, held, queueItem, sealed } from "../../db/schema/moderation";
import { beginningOf } from "../../domain/comment-text";
import type { Ground } from "../../domain/moderation/decision";
import { urgencies, urgencyOfRank } from "../../domain/moderation/queue";
import { CLAIM_MS, isClaimed, type ItemKind, placeCursor, type QueuePlace, type QueueWish, readPlace } from "../../domain/moderation/queue-wish";
import { skeletonOf } from "../../domain/names";
import { canModerate } from "../../domain/moderation/authority";
import type { Reader } from "../../domain/permissions";
import { isLeft } from "../class-reports/left";
import type { Context } from "../trpc";

type Asked = Context & { reader: Reader };

/** As long as a glance takes; what a page of the list can hold beside an item. */
export const ITEMS_A_PAGE = 25;

const claimer = aliased(member, "claimer");
const askedMember = aliased(member, "asked_member");

const kindsKept: Record<ItemKind, "comment" | "held" | "appeal"> = { reported: "comment", held: "held", appeal: "appeal" };
const kindsTold = { comment: "reported", held: "held", appeal: "appeal" } as const satisfies Record<string, ItemKind>;

/** What moderators are told of here is public; a class has its own, and only what somebody objects to there is looked at again here, and what is said of its only teacher. */
const isTold = or(isNull(queueItem.classId), eq(queueItem.kind, "appeal"), isLeft);
/** What can be asked for by a name or an article tells of who is in a class, and what it reads. */
const isPublic = isNull(queueItem.classId);

function wished({ reader, now }: Asked, wish: QueueWish): SQL | undefined {
  const since = new Date(now().getTime() - CLAIM_MS);
  const isFree = or(isNull(queueItem.claimedAt), lte(queueItem.claimedAt, since));
  return and(
    isNull(queueItem.closedAt),
    eq(queueItem.isSnoozed, wish.snoozed),
    isTold,
    wish.article === "" && wish.member === "" ? undefined : isPublic,
    wish.kind ? eq(queueItem.kind, kindsKept[wish.kind]) : undefined,
    wish.ground ? eq(queueItem.ground, wish.ground) : undefined,
    wish.article === "" ? undefined : eq(article.slug, wish.article),
    wish.member === "" ? undefined : eq(member.nameSkeleton, skeletonOf(wish.member)),
    wish.claim === "mine" ? and(eq(queueItem.claimedBy, reader.id), gt(queueItem.claimedAt, since)) : wish.claim === "unclaimed" ? isFree : undefined,
  );
}

const columns = {
  ...{ id: queueItem.id, kind: queueItem.kind, ground: queueItem.ground, caught: queueItem.caught, reports: queueItem.reports, isHidden: queueItem.isHidden, urgency: queueItem.urgency, openedAt: queueItem.openedAt },
  ...{ claimedAt: queueItem.claimedAt, claimedBy: claimer.name, claimerId: queueItem.claimedBy, askedAt: queueItem.askedAt, askedOf: queueItem.askedOf, askedName: askedMember.name, name: member.name, memberDeletedAt: member.deletedAt, classId: queueItem.classId },
  ...{ body: comment.body, sealed: sealed.body, post: held.post, title: revision.title, language: revision.language, version: queueItem.version, objection: sql<string | null>`(select n.body from ${appealNote} n where n.appeal_id = ${queueItem.id} order by n.id limit 1)` },
};

/**
 * The items of one urgency from after a place of it. Each urgency is asked for by itself: within one the order is that of the index, while over
 * all it goes down in one column and up in the next, which neither database reads from an index.
 */
function itemsOfRank(ctx: Asked, wish: QueueWish, rank: number, after: QueuePlace | null, most: number) {
  const at = after && new Date(after.at);
  return ctx.db
    .select(columns)
    .from(queueItem)
    .innerJoin(member, eq(member.id, queueItem.memberId))
    .leftJoin(claimer, eq(claimer.id, queueItem.claimedBy))
    .leftJoin(askedMember, eq(askedMember.id, queueItem.askedOf))
    .leftJoin(discussion, eq(discussion.id, queueItem.discussionId))
    .leftJoin(article, eq(article.id, discussion.articleId))
    .leftJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .leftJoin(comment, eq(comment.id, queueItem.id))
    .leftJoin(sealed, eq(sealed.commentId, queueItem.id))
    .leftJoin(held, eq(held.id, queueItem.id))
    .where(and(eq(queueItem.urgency, rank), wished(ctx, wish), after && at ? or(gt(queueItem.openedAt, at), and(eq(queueItem.openedAt, at), gt(queueItem.id, after.id))) : undefined))
    .orderBy(asc(queueItem.openedAt), asc(queueItem.id))
    .limit(most);
}

type Row = Awaited<ReturnType<typeof itemsOfRank>>[number];

/** In order, from after a place; `most` and not one more. */
async function rowsFrom(ctx: Asked, wish: QueueWish, after: QueuePlace | null, most: number): Promise<Row[]> {
  const ranks = urgencies.map((_, place) => place + 1).reverse().filter((rank) => after === null || rank <= after.rank);
  const rows = await Promise.all(ranks.map((rank) => itemsOfRank(ctx, wish, rank, after?.rank === rank ? after : null, most)));
  return rows.flat().slice(0, most);
}

function placeOf({ urgency, openedAt, id }: Pick<Row, "urgency" | "openedAt" | "id">): string {
  return placeCursor({ rank: urgency, at: openedAt.getTime(), id });
}

export type QueueItem = ReturnType<typeof viewOf>;

function viewOf({ reader, now }: Asked, row: Row) {
  const { id, ground, reports, isHidden, language, title, version } = row;
  const kind: ItemKind = kindsTold[row.kind];
  const isTaken = isClaimed(row, now());
  return {
    ...{ id, kind, ground, reports, isHidden, language, version },
    article: title,
    phase: row.caught?.phase ?? null,
    urgency: urgencyOfRank(row.urgency),
    place: placeOf(row),
    /** Whoever objects in a class is told to moderators on the page of the objection alone, as the class reads them. */
    isOfClass: row.classId !== null,
    name: row.memberDeletedAt === null && row.classId === null ? row.name : null,
    /** What was said in a class is read on its page alone, where the look is kept. */
    beginning: beginningOf(row.classId === null ? (row.sealed ?? (row.body || row.post?.body || row.objection || "")) : (row.objection ?? "")),
    waitsSince: row.openedAt.toISOString(),
    claimed: isTaken ? { by: row.claimedBy, isMine: row.claimerId === reader.id } : null,
    /** A second moderator was asked for; `name` null: whoever comes. */
    asked: row.askedAt === null ? null : { name: row.askedName, isMe: row.askedOf === reader.id },
  };
}

/** A page of the queue from after a place; `next`: where the next begins. What no list gave out is the beginning. */
export async function queue(ctx: Asked, { after, ...wish }: QueueWish & { after: string | null }) {
  const [rows, counts] = await Promise.all([rowsFrom(ctx, wish, after === null ? null : readPlace(after), ITEMS_A_PAGE + 1), countsOf(ctx)]);
  const page = rows.slice(0, ITEMS_A_PAGE);
  const last = page.at(-1);
  return { items: page.map((row) => viewOf(ctx, row)), counts, next: rows.length > ITEMS_A_PAGE && last ? placeOf(last) : null };
}

export type Queue = Awaited<ReturnType<typeof queue>>;

/** Items looked at for the next one: past as many that others have claimed, one begins at the top again. */
const LOOKED_AT = 20;

/** Which item comes after this place, and is nobody else's; from the top when none does. Null: there is none left. */
export async function nextItem(ctx: Asked, { after, ...wish }: QueueWish & { after: string | null }): Promise<{ id: string; kind: ItemKind; isOfClass: boolean } | null> {
  const place = after === null ? null : readPlace(after);
  const isFree = (row: Row) => row.claimerId === ctx.reader.id || !isClaimed(row, ctx.now());
  const found = (await rowsFrom(ctx, wish, place, LOOKED_AT)).find(isFree) ?? (place && (await rowsFrom(ctx, wish, null, LOOKED_AT)).find(isFree));
  return found ? { id: found.id, kind: kindsTold[found.kind], isOfClass: found.classId !== null } : null;
}

/** Articles offered as a filter: beyond them one asks by an address. */
const ARTICLES_TOLD = 30;

export type QueueCounts = { all: number; kinds: Record<ItemKind, number>; grounds: Partial<Record<Ground, number>>; mine: number; unclaimed: number; snoozed: number; articles: { slug: string; title: string; count: number }[] };

async function countsOf({ db, reader, now }: Asked): Promise<QueueCounts> {
  const since = new Date(now().getTime() - CLAIM_MS);
  const whose = sql<string>`case when ${queueItem.claimedAt} is null or ${queueItem.claimedAt} <= ${sql.param(since, queueItem.claimedAt)} then 'nobody' when ${queueItem.claimedBy} = ${reader.id} then 'mine' else 'other' end`.as("whose");
  const publicOnly = sql<string | null>`case when ${queueItem.classId} is null then ${queueItem.discussionId} end`.as("discussion");
  // All of it in one pass over what is open; articles are then named, not joined to each item.
  const groups = await db
    .select({ discussionId: publicOnly, kind: queueItem.kind, ground: queueItem.ground, isSnoozed: queueItem.isSnoozed, whose, count: count() })
    .from(queueItem)
    .leftJoin(discussion, eq(discussion.id, queueItem.discussionId))
    .where(and(isNull(queueItem.closedAt), isTold))
    .groupBy(sql`discussion`, queueItem.kind, queueItem.ground, queueItem.isSnoozed, sql`whose`);
  const awake = groups.filter(({ isSnoozed }) => !isSnoozed);
  const sum = (of: typeof groups) => of.reduce((all, group) => all + group.count, 0);
  const ofKind = (kind: ItemKind) => sum(awake.filter((group) => group.kind === kindsKept[kind]));
  return {
    all: sum(awake),
    kinds: { reported: ofKind("reported"), held: ofKind("held"), appeal: ofKind("appeal") },
    grounds: Object.fromEntries([...new Set(awake.map(({ ground }) => ground))].map((ground) => [ground, sum(awake.filter((group) => group.ground === ground))])),
    mine: sum(awake.filter((group) => group.whose === "mine")),
    unclaimed: sum(awake.filter((group) => group.whose === "nobody")),
    snoozed: sum(groups) - sum(awake),
    articles: await articlesOf(db, awake),
  };
}

/** The articles on which most waits. */
async function articlesOf(db: Db, groups: readonly { discussionId: string | null; count: number }[]): Promise<QueueCounts["articles"]> {
  const waiting = new Map<string, number>();
  for (const { discussionId, count } of groups) if (discussionId !== null) waiting.set(discussionId, (waiting.get(discussionId) ?? 0) + count);
  const most = [...waiting].sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1)).slice(0, ARTICLES_TOLD);
  if (most.length === 0) return [];
  const named = await db
    .select({ id: discussion.id, slug: article.slug, title: revision.title })
    .from(discussion)
    .innerJoin(article, eq(article.id, discussion.articleId))
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .where(inArray(discussion.id, most.map(([id]) => id)));
  return most.flatMap(([id, count]) => named.filter((one) => one.id === id).map(({ slug, title }) => ({ slug, title, count })));
}

/** More is said as "99+": nobody plans by the rest. */
const COUNTED = 100;

/** How many items wait, up to a hundred; null for whoever does not moderate. */
export async function openItems(db: Db, reader: Reader | null): Promise<number | null> {
  if (!canModerate(reader)) return null;
  const some = db.select({ id: queueItem.id }).from(queueItem).where(and(isNull(queueItem.closedAt), eq(queueItem.isSnoozed, false), isTold)).limit(COUNTED).as("some");
  const [found] = await db.select({ count: count() }).from(some);
  return found?.count ?? 0;
}
