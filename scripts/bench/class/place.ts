/** A server with a large class in a fresh database. */
import { z } from "zod";
import { type Served, servedOn } from "../place";

const filled = z.object({ class: z.string(), assignments: z.array(z.string()), cookie: z.string() });
/** `cookie`: of its teacher. */
export type FilledClass = z.output<typeof filled>;

/** `databaseUrl`: an empty Postgres database, or "" for SQLite. */
export function classPlace(databaseUrl: string): Promise<FilledClass & Served> {
  return servedOn(databaseUrl, ["bench/class/fill"], filled);
}
