/** Two revisions of an article, passage by passage, with what is said on each. */
import type { Db } from "../../db/client";
import type { BlockKind } from "../../domain/blocks";
import { beginningOf } from "../../domain/comment-text";
import type { ArticleHead } from "../../domain/reading";
import { type PassageChange, passageChanges } from "../../domain/revision-map";
import type { CommentView } from "../../domain/thread";
import { firstComments } from "../comments/rows";
import { firstOfBlocks, heatOf } from "../articles/placed";
import { type VisibleArticle, visibleArticle } from "../articles/visible";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import { mapBetween, passagesOf } from "./map";

/** As much as is read in one go, and what differs is worked out for: a rewritten article has thousands. */
const PASSAGES_A_PAGE = 40;
/** The first threads on a passage; the rest are a click away. */
const THREADS_A_PASSAGE = 3;
/** A line or two. */
const BEGINNING = 120;

export type Passage = { number: number; kind: BlockKind; text: string };
export type ThreadBeside = { id: string; first: CommentView; total: number };
export type ComparedPassage = Omit<PassageChange, "before" | "after"> & {
  before: Passage[];
  after: Passage[];
  /** Said on it in the later revision; of what is gone, in the earlier one. */
  comments: number;
  threads: ThreadBeside[];
};

/** Passages in the order of the later text; those that stayed as they were in their places are told by number alone. */
export type ComparedRow = { kind: "unchanged"; first: number; last: number } | ComparedPassage;

export type Comparison = {
  head: ArticleHead;
  earlier: ArticleHead;
  /** Of the whole, not of this page. */
  counts: { changed: number; moved: number; gone: number; come: number; same: number };
  rows: ComparedRow[];
  next: string | null;
};

/** `after`: how many changed passages were shown before. @throws Refusal noSuch.article; noSuch.page unless the first is the earlier */
export async function compareRevisions({ db }: Context, input: { slug: string; from: number; to: number; after: number }): Promise<Comparison> {
  const [later, earlier] = await Promise.all([visibleArticle({ db }, input.slug, input.to), visibleArticle({ db }, input.slug, input.from)]);
  if (input.from >= input.to) throw noSuch("page");
  const [old, now] = await Promise.all([passagesOf(db, earlier.revisionId), passagesOf(db, later.revisionId)]);
  const map = await mapBetween(db, later.head.id, { number: input.from, blocks: old }, { number: input.to, blocks: now });
  const changes = passageChanges(old.map(({ text }) => text), now.map(({ text }) => text), map);
  const [rows, next] = pageOf(changes, input.after);
  const beside = await saidOn(db, { earlier, later }, rows.filter((row) => !isUnchanged(row)));
  const passage = ({ number, kind, text }: Passage): Passage => ({ number, kind, text });
  return {
    ...{ head: later.head, earlier: earlier.head, next },
    counts: countsOf(changes),
    rows: folded(rows).map((row) => {
      if (row.kind === "unchanged") return row;
      const [before, after] = [row.before.flatMap((number) => old.slice(number - 1, number).map(passage)), row.after.flatMap((number) => now.slice(number - 1, number).map(passage))];
      return { ...row, before, after, ...beside(row) };
    }),
  };
}

const isUnchanged = ({ kind, isMoved }: PassageChange): boolean => kind === "same" && !isMoved;

/** From after the `after`th changed passage up to the last of the page, with the unchanged ones around. */
function pageOf(changes: readonly PassageChange[], after: number): [PassageChange[], string | null] {
  const changed = changes.flatMap((change, at) => (isUnchanged(change) ? [] : [at]));
  const start = after === 0 ? 0 : (changed[after - 1] ?? changes.length) + 1;
  const beyond = changed[after + PASSAGES_A_PAGE];
  const last = changed[after + PASSAGES_A_PAGE - 1];
  return [changes.slice(start, beyond === undefined || last === undefined ? undefined : last + 1), beyond === undefined ? null : String(after + PASSAGES_A_PAGE)];
}

function folded(changes: readonly PassageChange[]): (PassageChange | Extract<ComparedRow, { kind: "unchanged" }>)[] {
  const rows: (PassageChange | Extract<ComparedRow, { kind: "unchanged" }>)[] = [];
  for (const change of changes) {
    const [number] = change.after;
    const last = rows.at(-1);
    if (!isUnchanged(change) || number === undefined) rows.push(change);
    else if (last?.kind === "unchanged") last.last = number;
    else rows.push({ kind: "unchanged", first: number, last: number });
  }
  return rows;
}

function countsOf(changes: readonly PassageChange[]): Comparison["counts"] {
  const counts = { changed: 0, moved: 0, gone: 0, come: 0, same: 0 };
  for (const { kind, isMoved } of changes) counts[kind === "same" && isMoved ? "moved" : kind] += 1;
  return counts;
}

/** As many questions however many passages: the threads of all of them, and how much is said. */
async function saidOn(db: Db, { earlier, later }: Record<"earlier" | "later", VisibleArticle>, changes: readonly PassageChange[]) {
  const numbers = (gone: boolean): number[] => changes.flatMap(({ kind, before, after }) => ((kind === "gone") === gone ? (gone ? before : after) : []));
  const sides = [[later, numbers(false)], [earlier, numbers(true)]] as const;
  const [[threads = [], gone = []], [heats = new Map(), goneHeats = new Map()]] = await Promise.all([Promise.all(sides.map(([shown, here]) => firstOfBlocks(db, shown, here, THREADS_A_PASSAGE))), Promise.all(sides.map(([shown]) => heatOf(db, shown)))]);
  const firsts = await firstComments(db, new Map([...threads, ...gone].map(({ id }) => [id, 1])));
  return ({ kind, before, after }: PassageChange): Pick<ComparedPassage, "comments" | "threads"> => {
    const [placed, heat, here] = kind === "gone" ? [gone, goneHeats, before] : [threads, heats, after];
    return {
      comments: here.reduce((sum, number) => sum + (heat.get(number)?.comments ?? 0), 0),
      threads: placed
        .filter(({ blockNumber }) => here.includes(blockNumber))
        .slice(0, THREADS_A_PASSAGE)
        .flatMap(({ id, total }) => (firsts.get(id) ?? []).slice(0, 1).map((first) => ({ id, total, first: { ...first, body: beginningOf(first.body, BEGINNING) } }))),
    };
  };
}
