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

/**
 * The same for pairs of numbers from 0 on. There are as many pairs as words, and most are new: a table of whole numbers
 * (open addressing, Knuth 6.4) takes a quarter of the time that a map of them takes.
 */
export function numberingOfPairs(): { numberOf: (left: number, right: number) => number; size: () => number } {
  let [slots, lefts, rights, count] = [new Int32Array(LEAST_SLOTS).fill(-1), new Int32Array(LEAST_SLOTS / 2), new Int32Array(LEAST_SLOTS / 2), 0];
  const slotOf = (left: number, right: number): number => {
    const mask = slots.length - 1;
    let slot = (Math.imul(left, MIX.left) ^ Math.imul(right, MIX.right)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    for (let here = slots[slot] ?? -1; here >= 0 && (lefts[here] !== left || rights[here] !== right); here = slots[slot] ?? -1) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = (): void => {
    slots = new Int32Array(slots.length * 2).fill(-1);
    const [oldLefts, oldRights] = [lefts, rights];
    lefts = new Int32Array(slots.length / 2);
    rights = new Int32Array(slots.length / 2);
    lefts.set(oldLefts);
    rights.set(oldRights);
    for (let one = 0; one < count; one += 1) slots[slotOf(lefts[one] ?? 0, rights[one] ?? 0)] = one;
  };
  const numberOf = (left: number, right: number): number => {
    const slot = slotOf(left, right);
    const known = slots[slot] ?? -1;
    if (known >= 0) return known;
    slots[slot] = count;
    lefts[count] = left;
    rights[count] = right;
    count += 1;
    // Half empty, a look-up takes two steps.
    if (count === lefts.length) grow();
    return count - 1;
  };
  return { numberOf, size: () => count };
}

/** Of a text of some pages; a power of two. */
const LEAST_SLOTS = 2 ** 14;
/** Odd numbers whose bits are spread (the golden ratio's, and one of Murmur's), so that neighbours fall apart. */
const MIX = { left: 0x9e3779b1, right: 0x85ebca6b };

/** Calls `each` with every item once. */
export function forDistinct(bag: Bag, each: (item: number) => void): void {
  let last = -1;
  for (let at = 0; at < bag.length; at += 1) {
    const item = bag[at] ?? 0;
    if (item !== last) each(item);
    last = item;
  }
}

/** What each item counts in two revisions; one that stands in both is counted where more blocks have it. */
export function rarityOf(size: number, from: readonly Bag[], to: readonly Bag[]): Rarity {
  const holders = (bags: readonly Bag[]): Int32Array => {
    const counts = new Int32Array(size);
    for (const bag of bags) forDistinct(bag, (item) => void (counts[item] = (counts[item] ?? 0) + 1));
    return counts;
  };
  const [old, fresh] = [holders(from), holders(to)];
  const all = Math.max(from.length, to.length);
  const rarity = new Float64Array(size);
  // By how many have it: there are far fewer such numbers than items.
  const known = new Float64Array(all + 1);
  for (let item = 0; item < size; item += 1) {
    const holding = Math.max(old[item] ?? 0, fresh[item] ?? 0, 1);
    rarity[item] = known[holding] ||= Math.log(1 + all / holding) / Math.log(1 + all);
  }
  return rarity;
}

export function worth(bag: Bag, rarity: Rarity): number {
  let sum = 0;
  for (let at = 0; at < bag.length; at += 1) sum += rarity[bag[at] ?? 0] ?? 0;
  return sum;
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
