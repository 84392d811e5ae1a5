/** How the blocks of a revision live on in a later one: the maps between neighbours one after the other, and what is told of it. */
import { heaviestChain } from "./anchoring/chains";
import type { Fate, Method } from "./anchoring/work";
import type { StoredFate } from "./carry-over";

/** By place in the earlier text: the numbers of the blocks it lives on in, the one with most of its words first; none: it is gone. */
export type RevisionMap = number[][];

/** `maps`: from each revision to the next, in order; `count`: the blocks of the earliest. */
export function composedMap(maps: readonly (readonly StoredFate[])[], count: number): RevisionMap {
  return Array.from({ length: count }, (_, place) => livesOnIn(maps, place + 1));
}

/** The same of one block, by its number in the earliest. */
export function livesOnIn(maps: readonly (readonly StoredFate[])[], number: number): number[] {
  let numbers = [number];
  for (const fates of maps) numbers = [...new Set(numbers.flatMap((one) => fates[one - 1]?.[0] ?? []))];
  return numbers;
}

/**
 * The same as fates, for a discussion that goes over several revisions at once. A block is as like itself as it was in its worst
 * step, so what was doubtful once stays so. Of one that is gone it is not known any more what is nearest to it.
 */
export function composedFates(maps: readonly (readonly StoredFate[])[], count: number): Fate[] {
  return Array.from({ length: count }, (_, place) => {
    let [numbers, method, likeness]: [number[], Method, number] = [[place + 1], "identical", 100];
    for (const fates of maps) {
      const here = numbers.flatMap((number) => fates.slice(number - 1, number));
      for (const [, by, like] of here) {
        if (by !== "identical") method = by;
        likeness = Math.min(likeness, like);
      }
      numbers = [...new Set(here.flatMap(([to]) => to))];
      if (numbers.length === 0) return { to: [], method: "gone", likeness: likeness / 100, nearest: null };
    }
    return { to: numbers.map((number) => number - 1), method, likeness: likeness / 100, nearest: null };
  });
}

/** By lasting ids alone: what a part of a split became, and who was merged into whom, they do not tell. */
export function mapByIds(before: readonly { blockId: string }[], after: readonly { blockId: string; number: number }[]): RevisionMap {
  const numbers = new Map(after.map(({ blockId, number }) => [blockId, number]));
  return before.map(({ blockId }) => {
    const number = numbers.get(blockId);
    return number === undefined ? [] : [number];
  });
}

/**
 * What became of a passage, by the numbers of its blocks: several on one side where it was joined or split. `gone` has none
 * after, `come` none before. `isMoved`: it stands before or after others than it did.
 */
export type PassageChange = { kind: "same" | "changed" | "gone" | "come"; before: number[]; after: number[]; isMoved: boolean };

/** In the order of the later text; what is gone stands after what it stood after. */
export function passageChanges(before: readonly string[], after: readonly string[], map: RevisionMap): PassageChange[] {
  const groups = groupsOf(pairedByText(before, after, map), after.length);
  const kept = groups.filter((group) => group.after.length > 0).sort((one, other) => (one.after[0] ?? 0) - (other.after[0] ?? 0));
  const stayed = new Set(longestInOrder(kept.filter((group) => group.before.length > 0)));
  const changes = new Map(kept.map((group) => [group, changeOf(group, before, after, group.before.length > 0 && !stayed.has(group))]));
  const goneAfter = new Map<Group | null, PassageChange[]>();
  let last: Group | null = null;
  for (const group of groups.filter((one) => one.before.length > 0).sort((one, other) => (one.before[0] ?? 0) - (other.before[0] ?? 0))) {
    if (stayed.has(group)) last = group;
    if (group.after.length === 0) goneAfter.set(last, [...(goneAfter.get(last) ?? []), { ...group, kind: "gone", isMoved: false }]);
  }
  return [...(goneAfter.get(null) ?? []), ...kept.flatMap((group) => [changes.get(group) ?? changeOf(group, before, after, false), ...(goneAfter.get(group) ?? [])])];
}

type Group = { before: number[]; after: number[] };

function changeOf(group: Group, before: readonly string[], after: readonly string[], isMoved: boolean): PassageChange {
  if (group.before.length === 0) return { ...group, kind: "come", isMoved: false };
  const isSame = group.before.length === 1 && group.after.length === 1 && before[(group.before[0] ?? 0) - 1] === after[(group.after[0] ?? 0) - 1];
  return { ...group, kind: isSame ? "same" : "changed", isMoved };
}

/** What went and came back word for word is the same passage, whatever happened between. */
function pairedByText(before: readonly string[], after: readonly string[], map: RevisionMap): RevisionMap {
  const explained = new Set(map.flat());
  const free = new Map<string, number[]>();
  after.forEach((text, place) => {
    if (!explained.has(place + 1)) free.set(text, [...(free.get(text) ?? []), place + 1]);
  });
  return map.map((numbers, place) => {
    const back = numbers.length > 0 ? undefined : free.get(before[place] ?? "")?.shift();
    return back === undefined ? numbers : [back];
  });
}

/** Blocks that have anything to do with one another: a block and its parts, or those that were joined. */
function groupsOf(map: RevisionMap, count: number): Group[] {
  const groups: Group[] = [];
  const byAfter = new Map<number, Group>();
  map.forEach((numbers, place) => {
    const group: Group = { before: [place + 1], after: [...numbers] };
    for (const joined of new Set(numbers.flatMap((number) => byAfter.get(number) ?? []))) {
      group.before.push(...joined.before);
      group.after.push(...joined.after);
      joined.before = joined.after = [];
    }
    group.before.sort((one, other) => one - other);
    group.after = [...new Set(group.after)].sort((one, other) => one - other);
    for (const number of group.after) byAfter.set(number, group);
    groups.push(group);
  });
  const come = Array.from({ length: count }, (_, place) => place + 1).filter((number) => !byAfter.has(number));
  return [...groups.filter((group) => group.before.length > 0), ...come.map((number) => ({ before: [], after: [number] }))];
}

/** The most passages that stand in the same order as before: all others moved. */
function longestInOrder(groups: readonly Group[]): Group[] {
  return heaviestChain(groups.map(({ before }, place) => ({ from: before[0] ?? 0, to: place, score: 1 }))).flatMap(({ to }) => groups.slice(to, to + 1));
}
