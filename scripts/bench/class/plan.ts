/** Prints how the database finds what was written in an assignment. Usage: run.mjs bench/class/plan ASSIGNMENT, with the settings of the place. */
import { eq } from "drizzle-orm";
import { closeDatabase, opened } from "../../../db/client";
import { assignment } from "../../../db/schema/assignments";
import { writtenIn } from "../../../server/grades/work";

const handle = opened();
const [, , id = ""] = process.argv;
const [work] = await handle.db.select().from(assignment).where(eq(assignment.id, id));
if (!work) throw new Error(`no assignment ${id}`);
const { sql, params } = writtenIn(handle.db, work).toSQL();
const lines =
  handle.dialect === "postgresql"
    ? (await handle.driver.unsafe<{ "QUERY PLAN": string }[]>(`explain (analyze, costs off, timing off) ${sql}`, params.map(String))).map((row) => row["QUERY PLAN"])
    : handle.driver.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...params).map(({ detail }) => detail);
process.stdout.write(`${lines.join("\n")}\n`);
await closeDatabase();
