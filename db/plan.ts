/** How the database means to find what a query asks for, in its own words, a line each: for measuring, never for pages. */
import { opened } from "./client";

/** On Postgres the query is run, so that the lines say how many rows there were. */
export async function planOf({ sql, params }: { sql: string; params: unknown[] }): Promise<string[]> {
  const handle = opened();
  if (handle.dialect === "sqlite") return handle.driver.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...params).map(({ detail }) => detail);
  const rows = await handle.driver.unsafe<{ "QUERY PLAN": string }[]>(`explain (analyze, costs off, timing off) ${sql}`, params.map(String));
  return rows.map((row) => row["QUERY PLAN"]);
}
