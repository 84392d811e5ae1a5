/** Which blocks of a later revision those of an earlier one are. */
import { and, asc, eq, gt, lte } from "drizzle-orm";
import type { Db } from "../../db/client";
import { block, revision, revisionMap } from "../../db/schema/articles";
import type { StoredFate } from "../../domain/carry-over";
import type { NewestPlace } from "../../domain/reading";
import { composedMap, mapByIds, type RevisionMap } from "../../domain/revision-map";
import type { VisibleArticle } from "../articles/visible";
import { blocksOfRevision } from "../revising/drafts";

/** Further apart, blocks are told by their lasting ids alone: each map of a long article weighs a hundred kilobytes. */
const MOST_MAPS = 50;

type Known = { number: number; blockId: string; text: string };

/** From the blocks of an earlier revision to those of a later one, both in order. */
export async function mapBetween(db: Db, articleId: string, earlier: { number: number; blocks: readonly Known[] }, later: { number: number; blocks: readonly Known[] }): Promise<RevisionMap> {
  const maps = await mapsBetween(db, articleId, earlier.number, later.number);
  return maps === null ? mapByIds(earlier.blocks, later.blocks) : composedMap(maps, earlier.blocks.length);
}

/** The maps from each revision to the next; null: some are missing, or there are too many. */
export async function mapsBetween(db: Db, articleId: string, earlier: number, later: number): Promise<StoredFate[][] | null> {
  const steps = later - earlier;
  if (steps > MOST_MAPS) return null;
  const maps = await db
    .select({ fates: revisionMap.fates })
    .from(revision)
    .innerJoin(revisionMap, eq(revisionMap.revisionId, revision.id))
    .where(and(eq(revision.articleId, articleId), gt(revision.number, earlier), lte(revision.number, later)))
    .orderBy(asc(revision.number));
  return maps.length === steps ? maps.map(({ fates }) => fates) : null;
}

/** Where the newest revision has each block of an older one, by number; nothing for the newest itself. */
export async function newestPlaces(db: Db, { head }: VisibleArticle, blocks: readonly Known[]): Promise<Map<number, NewestPlace>> {
  if (head.revision >= head.newestRevision) return new Map();
  const [newest] = await db.select({ id: revision.id }).from(revision).where(and(eq(revision.articleId, head.id), eq(revision.number, head.newestRevision)));
  const now = newest ? await blocksOfRevision(db, newest.id) : [];
  const map = await mapBetween(db, head.id, { number: head.revision, blocks }, { number: head.newestRevision, blocks: now });
  return new Map(
    blocks.map(({ number, text }, place): [number, NewestPlace] => {
      const [at] = map[place] ?? [];
      return [number, { number: at ?? null, isChanged: at === undefined || now[at - 1]?.text !== text || (map[place]?.length ?? 0) > 1 }];
    }),
  );
}

/** A revision's blocks with their kinds, in order. */
export function passagesOf(db: Db, revisionId: string) {
  return db.select({ number: block.number, blockId: block.blockId, kind: block.kind, text: block.text }).from(block).where(eq(block.revisionId, revisionId)).orderBy(asc(block.number));
}
