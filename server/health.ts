/** Whether this process can do its work. */
import { sql } from "drizzle-orm";
import { rowsOf } from "../db/client";
import { log } from "./log";

/** A monitor that waits longer has given up. */
const PATIENCE_MS = 3_000;

export async function answersNow(): Promise<boolean> {
  try {
    const silence = new Promise<never>((_, failed) => setTimeout(() => failed(new Error("no answer in time")), PATIENCE_MS).unref());
    await Promise.race([rowsOf(sql`select 1 as one`), silence]);
    return true;
  } catch (error) {
    log.error({ err: error }, "the database does not answer");
    return false;
  }
}
