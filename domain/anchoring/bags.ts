/** Words and pairs of words as numbers, and what each counts: the rarer the more (inverse document frequency, Spärck Jones 1972). */

/** Sorted, each as often as it occurs. */
export type Bag = Int32Array;

/** What an item counts, by its number: one when a single block has it, less the more have it. */
export type Rarity = Float64Array;

/** Gives numbers from 0 on, the same to what is equal. */
export function numbering<Item>(): { numberOf: (item: Item) => number; size: () => number } {
  const numbers = new Map<Item, number>();
  const numberOf = (item: Item): number => {
    const known = numbers.get(item);
    if (known !== undefined) return known;
    numbers.set(item, numbers.size);
    return numbers.size - 1;
  };
  return { numberOf, size: () => numbers.size };
}

/** Each item once. */
export function* distinct(bag: Bag): Generator<number> {
  let last = -1;
  for (const item of bag) {
    if (item !== last) yield item;
    last = item;
  }
}

/** What each item counts in two revisions; one that stands in both is counted where more blocks have it. */
export function rarityOf(size: number, from: readonly Bag[], to: readonly Bag[]): Rarity {
  const holders = (bags: readonly Bag[]): Int32Array => {
    const counts = new Int32Array(size);
    for (const bag of bags) for (const item of distinct(bag)) counts[item] = (counts[item] ?? 0) + 1;
    return counts;
  };
  const [old, fresh] = [holders(from), holders(to)];
  const all = Math.max(from.length, to.length);
  return Float64Array.from({ length: size }, (_, item) => Math.log(1 + all / Math.max(old[item] ?? 0, fresh[item] ?? 0, 1)) / Math.log(1 + all));
}

export function worth(bag: Bag, rarity: Rarity): number {
  return bag.reduce((sum, item) => sum + (rarity[item] ?? 0), 0);
}

/** What two bags share is worth, each item as often as both have it. */
export function shared(one: Bag, other: Bag, rarity: Rarity): number {
  let [at, to, sum] = [0, 0, 0];
  while (at < one.length && to < other.length) {
    const [left, right] = [one[at] ?? 0, other[to] ?? 0];
    if (left === right) sum += rarity[left] ?? 0;
    if (left <= right) at += 1;
    if (right <= left) to += 1;
  }
  return sum;
}

/** What a bag has beyond another. */
export function beyond(one: Bag, other: Bag): Bag {
  let to = 0;
  return one.filter((item) => {
    while (to < other.length && (other[to] ?? 0) < item) to += 1;
    const isThere = to < other.length && other[to] === item;
    if (isThere) to += 1;
    return !isThere;
  });
}
