/** Which day a moment falls on in a zone, for very many moments: asking the zone for each takes longer than reading them from a database. */
import { tzOffset } from "@date-fns/tz";
import { LRUCache } from "lru-cache";
import { localIn } from "./opening";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Milliseconds to add to UTC, by zone and UTC day; "turns": clocks are put forward or back in it. Ten zones for some years. */
const offsets = new LRUCache<string, number | "turns">({ max: 10_000 });

/** "2027-01-12", by the clocks of an IANA zone. No zone puts its clocks forward and back again within a day. */
export function localDay(moment: Date, timeZone: string): string {
  const at = moment.getTime();
  const day = Math.floor(at / DAY_MS);
  const key = `${timeZone} ${day}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const [first, last] = [tzOffset(timeZone, new Date(day * DAY_MS)), tzOffset(timeZone, new Date((day + 1) * DAY_MS - 1))];
    offset = first === last ? first * MINUTE_MS : "turns";
    offsets.set(key, offset);
  }
  return offset === "turns" ? localIn(moment, timeZone).slice(0, 10) : new Date(at + offset).toISOString().slice(0, 10);
}
