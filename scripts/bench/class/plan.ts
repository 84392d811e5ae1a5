/** Prints how the database finds what was written in an assignment. Usage: run.mjs bench/class/plan ASSIGNMENT, with the settings of the place. */
import { eq } from "drizzle-orm";
import { closeDatabase, database } from "../../../db/client";
import { planOf } from "../../../db/plan";
import { assignment } from "../../../db/schema/assignments";
import { writtenIn } from "../../../server/grades/work";

const [, , id = ""] = process.argv;
const [work] = await database().select().from(assignment).where(eq(assignment.id, id));
if (!work) throw new Error(`no assignment ${id}`);
process.stdout.write(`${(await planOf(writtenIn(database(), work).toSQL())).join("\n")}\n`);
await closeDatabase();
