/** Groups by chance, as equal as can be. */

/** A whole number from chance, evenly from 0 to below `below`. */
export type Chance = (below: number) => number;

/** Groups of about a size: so many that the size is met as nearly as can be. 30 in fours are 8 groups, of 4 and 3. At least one. */
export function groupCountFor(people: number, size: number): number {
  return Math.max(1, Math.round(people / Math.max(1, size)));
}

/** Into so many groups, whose sizes differ by one at most, the larger first. Every division is as likely as any other. With more groups than people the last are empty. */
export function groupsByChance<One>(people: readonly One[], count: number, chance: Chance): One[][] {
  const shuffled = shuffle(people, chance);
  const groups = Array.from({ length: Math.max(1, count) }, (): One[] => []);
  for (const [at, one] of shuffled.entries()) groups[at % groups.length]?.push(one);
  return groups;
}

/** Fisher and Yates. */
function shuffle<One>(people: readonly One[], chance: Chance): One[] {
  const left = [...people];
  const drawn: One[] = [];
  while (left.length > 0) {
    const at = chance(left.length);
    const last = left.length - 1;
    const [one, end] = [left[at], left[last]];
    if (one === undefined || end === undefined) throw new RangeError("a number from chance is out of range");
    drawn.push(one);
    left[at] = end;
    left.pop();
  }
  return drawn;
}

/** Where somebody who joins later goes: a smallest group, by chance among several; null where there is none. `sizes`: by group. */
export function groupForLate(sizes: ReadonlyMap<string, number>, chance: Chance): string | null {
  const least = Math.min(...sizes.values());
  const smallest = [...sizes].filter(([, size]) => size === least).map(([group]) => group);
  return smallest.length === 0 ? null : (smallest[chance(smallest.length)] ?? null);
}
