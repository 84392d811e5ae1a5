/** Where a later revision shows the threads of a class: by the maps that publishing kept, so that nothing is aligned anew. */
import { inArray } from "drizzle-orm";
import type { Db } from "../../db/client";
import { revision } from "../../db/schema/articles";
import type { placement } from "../../db/schema/discussions";
import { carrierBy } from "../../domain/anchoring/carry";
import type { Fate } from "../../domain/anchoring/work";
import { carriedOver, type CarriersFrom, type CarryGroup, groupOf } from "../../domain/carry-over";
import { composedFates, mapByIds } from "../../domain/revision-map";
import { meantIn, spanOf } from "../revising/compute";
import { blocksOfRevision } from "../revising/drafts";
import { shownThreads, textsOf, type ShownThread } from "../revising/threads";
import { mapsBetween } from "../revisions/map";

type Text = { blockId: string; text: string }[];
export type Between = { articleId: string; from: { id: string; number: number }; to: { id: string; number: number } };
/** `group`: "needs-you" of what is likely, not certain: nobody is asked, it is shown with other words, and the teacher is told which it is. */
export type CarriedInClass = { row: typeof placement.$inferInsert; group: CarryGroup };

/** Threads placed between two turns of others: their words are compared, a millisecond for a dozen. */
const PLACED_AT_ONCE = 100;

/** By discussion. Read first, so that a thread that is begun meanwhile is missed by its count. */
export async function carriedInClass(db: Db, { articleId, from, to }: Between, discussions: readonly string[]): Promise<CarriedInClass[][]> {
  const threads = await Promise.all(discussions.map((discussionId) => shownThreads(db, { discussionId, revisionId: from.id })));
  const [before, after] = await Promise.all([blocksOfRevision(db, from.id), blocksOfRevision(db, to.id)]);
  const meant = [...new Set(threads.flat().map(({ meantRevision }) => meantRevision))];
  const [earlier, numbers] = [await textsOf(db, meant), await numbersOf(db, meant)];
  const fatesFrom = await fatesTo(db, { articleId, to: to.number, after }, Math.min(from.number, ...numbers.values()));
  const texts = after.map(({ text }) => text);
  const between = carrierBy(fatesFrom(from.number, before), before.map(({ text }) => text), texts);
  const carriers = new Map([[from.id, { carry: between }]]);
  const carriersFrom: CarriersFrom = (id) => {
    const blocks = earlier.get(id) ?? [];
    const known = carriers.get(id) ?? { carry: carrierBy(fatesFrom(numbers.get(id) ?? to.number, blocks), blocks.map(({ text }) => text), texts) };
    carriers.set(id, known);
    return known;
  };
  const meantBy = meantIn(Object.fromEntries(earlier));
  const place = (thread: ShownThread) => carriedOver(between, carriersFrom, texts, meantBy(thread), { block: thread.place === "removed" ? null : thread.number - 1, span: spanOf(thread.start, thread.end) });
  const carried: CarriedInClass[][] = [];
  for (const [at, some] of threads.entries()) carried.push(await placedAll(some, place, { discussionId: discussions[at] ?? "", revisionId: to.id }));
  return carried;
}

async function placedAll(threads: readonly ShownThread[], place: (thread: ShownThread) => ReturnType<typeof carriedOver>, where: { discussionId: string; revisionId: string }): Promise<CarriedInClass[]> {
  const [taken, placed] = [new Map<number, number>(), new Array<CarriedInClass>()];
  // Those of a block in the order in which the class began them: their ids are of chance.
  for (const [at, thread] of [...threads].sort((one, other) => one.ordinal - other.ordinal || one.number - other.number).entries()) {
    if (at % PLACED_AT_ONCE === PLACED_AT_ONCE - 1) await new Promise((go) => setImmediate(go));
    const found = place(thread);
    const number = found.block === null ? 0 : found.block + 1;
    const ordinal = (taken.get(number) ?? 0) + 1;
    taken.set(number, ordinal);
    const isDoubtful = found.needsHuman;
    placed.push({
      group: groupOf(found),
      row: { ...where, threadId: thread.threadId, blockNumber: number, ordinal, start: found.span?.start ?? null, end: found.span?.end ?? null, place: found.place, text: isDoubtful ? "changed" : found.text, needsHuman: isDoubtful, cause: found.method, likeness: Math.round(found.likeness * 100) },
    });
  }
  return placed;
}

/** The fates of an earlier revision's blocks, by its number; where maps are missing by lasting ids. */
async function fatesTo(db: Db, { articleId, to, after }: { articleId: string; to: number; after: readonly (Text[number] & { number: number })[] }, earliest: number): Promise<(number: number, blocks: Text) => Fate[]> {
  const maps = await mapsBetween(db, articleId, earliest, to);
  return (number, blocks) => (maps === null ? mapByIds(blocks, after).map(byId) : composedFates(maps.slice(number - earliest), blocks.length));
}

function byId(numbers: readonly number[]): Fate {
  return numbers.length === 0 ? { to: [], method: "gone", likeness: 0, nearest: null } : { to: numbers.map((one) => one - 1), method: "in-order", likeness: 1, nearest: null };
}

async function numbersOf(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = ids.length === 0 ? [] : await db.select({ id: revision.id, number: revision.number }).from(revision).where(inArray(revision.id, [...ids]));
  return new Map(rows.map(({ id, number }) => [id, number]));
}
