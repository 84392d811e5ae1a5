/** How long lies between two moments, in each database's words. */
import { type Column, type SQL, sql } from "drizzle-orm";
import { dialect } from "./dialect";

/** Whole minutes from one column to a later one, rounded down. */
export function minutesBetween(from: Column, to: Column): SQL<number> {
  return dialect === "sqlite" ? sql<number>`((${to} - ${from}) / 60000)` : sql<number>`cast(floor(extract(epoch from (${to} - ${from})) / 60) as integer)`;
}
