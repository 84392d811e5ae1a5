import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { genesis, linkOf, redactionsOf, textHash, type KeptRow, type LogRow } from "./chain";
import { firstBroken, verifier, type Head } from "./verify";

const CHAIN = "public";

function rowOf(order: number): LogRow & Pick<KeptRow, "reason" | "citation"> {
  const reason = { text: `Reason ${order}: the first sentence is about the person.`, salt: `salt-${order}` };
  return {
    chain: CHAIN,
    order,
    at: new Date(Date.UTC(2026, 4, 8, 20, order)).toISOString(),
    decision: `decision-${order}`,
    act: "hide",
    object: "comment",
    place: "article-1",
    ground: "insult",
    automated: "no",
    role: "moderator",
    alias: "7F3K2",
    until: null,
    about: null,
    batch: null,
    reasonHash: textHash(reason),
    citationHash: null,
    reason,
    citation: null,
  };
}

function chained(count: number): KeptRow[] {
  const rows: KeptRow[] = [];
  for (let order = 1; order <= count; order += 1) {
    const row = rowOf(order);
    rows.push({ ...row, link: linkOf(rows.at(-1)?.link ?? genesis(CHAIN), row) });
  }
  return rows;
}

const ROWS = chained(6);
const headOf = (rows: readonly KeptRow[]): Head => ({ order: rows.at(-1)?.order ?? 0, link: rows.at(-1)?.link ?? genesis(CHAIN) });
const HEAD = headOf(ROWS);
const changed = (place: number, change: Partial<KeptRow>): KeptRow[] => ROWS.map((row, index) => (index === place - 1 ? { ...row, ...change } : row));
const at = (place: number): KeptRow => {
  const row = ROWS[place - 1];
  if (!row) throw new Error(`no row ${place}`);
  return row;
};

// Computed from the words of chain.ts by another program.
test("a link is what anybody can compute from the log", () => {
  expect(genesis(CHAIN)).toBe("38b12b03eb770d8556ea2093027ef29bf6d6fabb558f39d7d6d51bfcdf8f156a");
  expect(at(1).link).toBe("cf869a2de29b228f67ea3d3bff2ca75af7a7b7b2744f1964bcbd0797e9466198");
});

test("chains of another name begin otherwise", () => {
  expect(genesis("class-1")).not.toBe(genesis("class-2"));
});

test("a chain as it was written holds, an empty one too", () => {
  expect([firstBroken(CHAIN, ROWS, { head: HEAD }), firstBroken(CHAIN, ROWS), firstBroken(CHAIN, [], { head: headOf([]) })]).toEqual([null, null, null]);
});

describe("named is", () => {
  test.each<[string, KeptRow[], object]>([
    ["a changed act", changed(3, { act: "approve" }), { order: 3, why: "changed" }],
    ["a changed moment, in the last row", changed(6, { at: "2026-05-08T20:07:00.000Z" }), { order: 6, why: "changed" }],
    ["a changed reason", changed(2, { reason: { text: "Reason 2: no reason.", salt: "salt-2" } }), { order: 2, why: "changed" }],
    ["a reason with its hash changed", changed(2, { reason: { text: "x", salt: "y" }, reasonHash: textHash({ text: "x", salt: "y" }) }), { order: 2, why: "changed" }],
    ["a citation that was put in later", changed(2, { citation: { text: "§ 1", salt: "z" } }), { order: 2, why: "changed" }],
    ["a row sealed anew by itself", ROWS.map((row, index) => (index === 2 ? { ...row, act: "approve", link: linkOf(at(2).link, { ...row, act: "approve" }) } : row)), { order: 4, why: "changed" }],
    ["a row moved to another chain", changed(4, { chain: "class-1" }), { order: 4, why: "changed" }],
    ["a row taken out of the middle", ROWS.filter(({ order }) => order !== 3), { order: 3, why: "missing" }],
    ["the first row taken out", ROWS.slice(1), { order: 1, why: "missing" }],
    ["a row taken out, the others renumbered", ROWS.filter(({ order }) => order !== 3).map((row, index) => ({ ...row, order: index + 1 })), { order: 3, why: "changed" }],
    ["the last row taken out", ROWS.slice(0, 5), { order: 6, why: "cut" }],
    ["all rows taken out", [], { order: 1, why: "cut" }],
    ["a row more than the head knows", chained(7), { order: 7, why: "changed" }],
    ["a row put in once more before the true one", [...ROWS.slice(0, 3), at(3), ...ROWS.slice(3)], { order: 4, why: "swapped" }],
    ["a pair swapped, numbers and all", ROWS.map((row) => (row.order === 3 ? { ...at(4), order: 3 } : row.order === 4 ? { ...at(3), order: 4 } : row)), { order: 3, why: "swapped" }],
    ["a pair swapped, but for numbers and links", ROWS.map((row) => (row.order === 3 ? { ...at(4), order: 3, link: row.link } : row.order === 4 ? { ...at(3), order: 4, link: row.link } : row)), { order: 3, why: "swapped" }],
    ["a pair listed the wrong way round", [at(1), at(2), at(4), at(3), at(5), at(6)], { order: 3, why: "swapped" }],
    ["two rows far apart swapped", ROWS.map((row) => (row.order === 2 ? { ...at(6), order: 2 } : row.order === 6 ? { ...at(2), order: 6 } : row)), { order: 2, why: "swapped" }],
  ])("%s", (_, rows, broken) => {
    expect(firstBroken(CHAIN, rows, { head: HEAD })).toEqual(broken);
  });

  test("a chain that was sealed anew from some row on, by its noted head", () => {
    const rows = ROWS.slice(0, 3);
    for (const row of ROWS.slice(3)) {
      const other = { ...row, act: "approve" };
      rows.push({ ...other, link: linkOf(rows.at(-1)?.link ?? "", other) });
    }
    expect([firstBroken(CHAIN, rows), firstBroken(CHAIN, rows, { head: HEAD })]).toEqual([null, { order: 6, why: "changed" }]);
  });
});

test("a redacted row keeps its link, and can be seen to be redacted", () => {
  const rows = changed(3, { reason: null });
  const reading = verifier(CHAIN);
  expect([reading.take(rows), reading.end(HEAD)]).toEqual([null, null]);
  expect(reading.soFar()).toEqual({ rows: 6, redactions: 1, head: HEAD });
  expect(rows.map(redactionsOf).map((texts) => texts.length)).toEqual([0, 0, 1, 0, 0, 0]);
});

test("one may go on behind a row that is known to hold", () => {
  expect(firstBroken(CHAIN, ROWS.slice(3), { from: headOf(ROWS.slice(0, 3)), head: HEAD })).toBeNull();
  expect(firstBroken(CHAIN, ROWS.slice(4), { from: headOf(ROWS.slice(0, 3)), head: HEAD })).toEqual({ order: 4, why: "missing" });
});

test("every change of any field is found at its row, however the rows are paged", () => {
  const fields = ["chain", "at", "decision", "act", "object", "place", "ground", "automated", "role", "alias", "until", "about", "batch", "reasonHash", "citationHash", "link"] as const;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.constantFrom(...fields), fc.integer({ min: 1, max: 7 }), (place, field, size) => {
      const rows = changed(place, { [field]: `${at(place)[field] ?? ""}x` });
      const reading = verifier(CHAIN);
      for (let first = 0; first < rows.length; first += size) reading.take(rows.slice(first, first + size));
      expect(reading.end(HEAD)).toEqual({ order: place, why: "changed" });
    }),
  );
});

test("a removed row and a swapped pair are named however the rows are paged", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 7 }), fc.boolean(), (place, size, isSwapped) => {
      const swapped = ROWS.map((row) => (row.order === place ? { ...at(place + 1), order: place } : row.order === place + 1 ? { ...at(place), order: place + 1 } : row));
      const rows = isSwapped ? swapped : ROWS.filter(({ order }) => order !== place);
      const reading = verifier(CHAIN);
      for (let first = 0; first < rows.length; first += size) reading.take(rows.slice(first, first + size));
      expect(reading.end(HEAD)).toEqual({ order: place, why: isSwapped ? "swapped" : "missing" });
    }),
  );
});
