/** Keeps the date until which a class is kept: its teachers are reminded, and then it is ended like any other. */
import { and, asc, eq, isNull, lt, lte, notExists, or } from "drizzle-orm";
import { database, type Db } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { schoolClass } from "../../db/schema/classes";
import { classEnding } from "../../db/schema/endings";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { REMINDER_DAYS, remindedFrom, remindersBy } from "../../domain/classroom/ending";
import { startRounds } from "../rounds";
import { end } from "./begin";
import { carryOutDue } from "./carry-out";
import { teachersOf, tellTeachers } from "./teachers";

/** Classes of a round; the others wait for the next. */
const CLASSES_AT_ONCE = 50;
/** Dates are days: nobody waits for the minute. */
const LOOK_EVERY_MS = 60_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Reminds and ends what is due. */
export async function keepDates(db: Db, now: Date, goesOn: () => boolean = () => true): Promise<void> {
  const until = (count: number): Date => new Date(now.getTime() + (REMINDER_DAYS[count] ?? 0) * DAY_MS);
  const due = await db
    .select()
    .from(schoolClass)
    .where(
      and(
        isNull(schoolClass.endedAt),
        lte(schoolClass.retainUntil, remindedFrom(now)),
        or(lte(schoolClass.retainUntil, now), ...REMINDER_DAYS.map((_, sent) => and(lte(schoolClass.retainUntil, until(sent)), lt(schoolClass.reminders, sent + 1)))),
        notExists(db.select({ id: classEnding.id }).from(classEnding).where(and(eq(classEnding.classId, schoolClass.id), isNull(classEnding.undoneAt)))),
      ),
    )
    .orderBy(asc(schoolClass.retainUntil), asc(schoolClass.id))
    .limit(CLASSES_AT_ONCE);
  for (const of of due) {
    if (!goesOn()) return;
    if (of.retainUntil <= now) await end(db, of, { how: of.endsWith === "erasure" ? "erasure" : "pseudonyms", by: null, now });
    else await remind(db, of, now);
  }
}

async function remind(db: Db, of: typeof schoolClass.$inferSelect, now: Date): Promise<void> {
  const [teachers, sent] = [await teachersOf(db, of.id), remindersBy(of.retainUntil, now)];
  const days = Math.max(1, Math.round((of.retainUntil.getTime() - now.getTime()) / DAY_MS));
  try {
    await writeTogether((w) => [
      must(w.update(schoolClass).set({ reminders: sent }).where(and(eq(schoolClass.id, of.id), eq(schoolClass.reminders, of.reminders), eq(schoolClass.retainUntil, of.retainUntil))), "class"),
      ...tellTeachers(w, teachers, { classId: of.id, kind: "class-ends-soon", days, now }),
    ]);
  } catch (error) {
    // Another instance reminded them, or the date was moved.
    if (!(error instanceof Overtaken)) throw error;
  }
}

/** Now and every minute; the returned function ends it after the unit under way. */
export function startEndingClasses(): () => Promise<void> {
  return startRounds("ends of classes", LOOK_EVERY_MS, async (goesOn) => {
    await keepDates(database(), new Date(), goesOn);
    await carryOutDue(database(), new Date(), goesOn);
  });
}
