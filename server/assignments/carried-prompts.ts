/** Where the passages that prompts ask about stand in a later revision: by the maps that publishing kept. */
import { and, asc, eq, gt, inArray, or } from "drizzle-orm";
import { aliased } from "../../db/aliased";
import type { Db } from "../../db/client";
import { block, revision, revisionMap } from "../../db/schema/articles";
import type { StoredFate } from "../../domain/carry-over";
import { livesOnIn } from "../../domain/revision-map";

/** A passage of an article: the block's number in revision `from`, looked for in revision `to`. */
export type AskedAt = { articleId: string; from: number; to: number; block: number };

const keyOf = ({ articleId, from, to, block: number }: AskedAt): string => `${articleId} ${from} ${to} ${number}`;

/** The number it has now, where it was split that of the part with most of its words; null: it is gone. Three queries, however many are asked. */
export async function carriedBlocks(db: Db, asked: readonly AskedAt[]): Promise<(one: AskedAt) => number | null> {
  const moved = asked.filter(({ from, to }) => from < to);
  const [maps, byIds] = moved.length === 0 ? [new Map<string, Map<number, StoredFate[]>>(), new Map<string, number>()] : await Promise.all([mapsOf(db, moved), byLastingIds(db, moved)]);
  return (one) => {
    if (one.from >= one.to) return one.block;
    const steps = Array.from({ length: one.to - one.from }, (_, at) => maps.get(one.articleId)?.get(one.from + 1 + at));
    const known = steps.flatMap((step) => (step ? [step] : []));
    return known.length === steps.length ? (livesOnIn(known, one.block)[0] ?? null) : (byIds.get(keyOf(one)) ?? null);
  };
}

async function mapsOf(db: Db, moved: readonly AskedAt[]): Promise<Map<string, Map<number, StoredFate[]>>> {
  const rows = await db
    .select({ articleId: revision.articleId, number: revision.number, fates: revisionMap.fates })
    .from(revision)
    .innerJoin(revisionMap, eq(revisionMap.revisionId, revision.id))
    .where(and(inArray(revision.articleId, [...new Set(moved.map(({ articleId }) => articleId))]), gt(revision.number, Math.min(...moved.map(({ from }) => from)))))
    .orderBy(asc(revision.number));
  const found = new Map<string, Map<number, StoredFate[]>>();
  for (const { articleId, number, fates } of rows) found.set(articleId, (found.get(articleId) ?? new Map<number, StoredFate[]>()).set(number, fates));
  return found;
}

const later = aliased(revision, "later_revision");
const laterBlock = aliased(block, "later_block");

/** Where a map is missing, as of revisions older than maps are: the block with the same lasting id, or none. */
async function byLastingIds(db: Db, moved: readonly AskedAt[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ articleId: revision.articleId, from: revision.number, block: block.number, to: later.number, now: laterBlock.number })
    .from(revision)
    .innerJoin(block, eq(block.revisionId, revision.id))
    .innerJoin(later, eq(later.articleId, revision.articleId))
    .innerJoin(laterBlock, and(eq(laterBlock.revisionId, later.id), eq(laterBlock.blockId, block.blockId)))
    .where(or(...moved.map((one) => and(eq(revision.articleId, one.articleId), eq(revision.number, one.from), eq(block.number, one.block), eq(later.number, one.to)))));
  return new Map(rows.map(({ now, ...one }) => [keyOf(one), now]));
}
