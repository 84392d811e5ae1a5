/**
 * What is asked and written all the time: its SQL is built once for each opened database, and values are filled in each
 * time. Building it anew takes longer than running it: it was a third of a post's work.
 */
import { fillPlaceholders, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db, Writer } from "./client";
import type { Statement } from "./writes";

type Blanks<Names extends string> = { [Name in Names]: Placeholder<Name> };
type Preparable<Rows> = { prepare: (name: string) => { execute: (values: Record<string, unknown>) => PromiseLike<Rows> } };

/** Any name: the drivers tell statements apart by their text. */
const KEPT = "kept";

function blanks<Names extends string>(names: readonly Names[]): Blanks<Names> {
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Blanks<Names>;
}

/** A question with blanks of these names, each for a text or a number. */
export function question<const Names extends string, Rows>(names: readonly Names[], build: (db: Db, given: Blanks<Names>) => Preparable<Rows>) {
  const ready = new WeakMap<Db, ReturnType<Preparable<Rows>["prepare"]>>();
  return (db: Db, values: Record<Names, string | number>): PromiseLike<Rows> => {
    const query = ready.get(db) ?? build(db, blanks(names)).prepare(KEPT);
    ready.set(db, query);
    return query.execute(values);
  };
}

/** A write with blanks of these names. Null is for columns of texts and numbers only. */
export function statement<const Names extends string>(names: readonly Names[], build: (w: Writer, given: Blanks<Names>) => Statement) {
  const ready = new WeakMap<Writer, ReturnType<Statement["toSQL"]>>();
  return (w: Writer, values: Record<Names, string | number | Date | null>): Statement => {
    const built = ready.get(w) ?? build(w, blanks(names)).toSQL();
    ready.set(w, built);
    return { toSQL: () => ({ sql: built.sql, params: fillPlaceholders(built.params, values) }) };
  };
}

/** What is set or compared as a column takes it; the values of an insert know their columns themselves. */
export function forColumn(column: PgColumn, blank: Placeholder): SQL {
  return sql`${sql.param(blank, column)}`;
}
