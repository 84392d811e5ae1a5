import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const column = z.object({ name: z.string(), notNull: z.boolean(), primaryKey: z.boolean(), default: z.unknown().optional() });
const table = z.object({ name: z.string(), columns: z.record(z.string(), column), indexes: z.record(z.string(), z.object({ isUnique: z.boolean() })), compositePrimaryKeys: z.record(z.string(), z.object({ columns: z.array(z.string()) })) });
const snapshot = z.object({ tables: z.record(z.string(), table) });

/** The schema as the newest migration of a database leaves it, without the names of types. */
function schemaOf(folder: string) {
  const journal = z.object({ entries: z.array(z.object({ idx: z.number() })) }).parse(JSON.parse(readFileSync(`db/migrations/${folder}/meta/_journal.json`, "utf8")));
  const newest = String(journal.entries.at(-1)?.idx ?? 0).padStart(4, "0");
  const { tables } = snapshot.parse(JSON.parse(readFileSync(`db/migrations/${folder}/meta/${newest}_snapshot.json`, "utf8")));
  return Object.values(tables)
    .map(({ name, columns, indexes, compositePrimaryKeys }) => ({
      name,
      columns: Object.values(columns).map(({ name: called, notNull, primaryKey, default: value }) => ({ called, notNull, primaryKey, value: value === undefined ? null : String(value) })),
      indexes: Object.entries(indexes).map(([called, { isUnique }]) => ({ called, isUnique })).sort((one, other) => one.called.localeCompare(other.called)),
      keys: Object.values(compositePrimaryKeys).map(({ columns: parts }) => parts),
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

test("both databases have the same tables, columns, defaults and indexes", () => {
  expect(schemaOf("sqlite")).toEqual(schemaOf("postgresql"));
});
