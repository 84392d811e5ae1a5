/** Carries out the ends of classes that are due: unit after unit, each whole and counted with what it does, so that it goes on after a kill. */
import { and, asc, eq, isNotNull, isNull, lte, or } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Db } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { enrolment } from "../../db/schema/classes";
import { certificateHolder, classEnding } from "../../db/schema/endings";
import { notice } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import { must, type MakeWrites } from "../../db/writes";
import { added, certificateHash } from "../../domain/classroom/ending";
import { certified } from "./certificates";
import { classGone, erasing } from "./erase";
import { namesGone, replacing } from "./replace";
import { teachersOf } from "./teachers";
import type { EndingRow, Unit } from "./unit";

/** Few end on one day; the others wait for the next round. */
const ENDINGS_AT_ONCE = 20;

export async function carryOutDue(db: Db, now: Date, goesOn: () => boolean = () => true): Promise<void> {
  const due = await db
    .select({ id: classEnding.id })
    .from(classEnding)
    .where(and(isNull(classEnding.doneAt), isNull(classEnding.undoneAt), lte(classEnding.dueAt, now)))
    .orderBy(asc(classEnding.dueAt), asc(classEnding.id))
    .limit(ENDINGS_AT_ONCE);
  for (const { id } of due) while (goesOn() && (await carryOutSome(db, id, now)));
}

/** Does one unit; false when nothing is left. */
export async function carryOutSome(db: Db, id: string, now: Date): Promise<boolean> {
  const [ending] = await db.select().from(classEnding).where(and(eq(classEnding.id, id), isNull(classEnding.doneAt), isNull(classEnding.undoneAt), or(lte(classEnding.dueAt, now), isNotNull(classEnding.begunAt))));
  if (!ending || ending.classId === null) return false;
  const known = { ...ending, classId: ending.classId };
  try {
    if (ending.begunAt === null) await begin(db, known, now);
    else {
      const unit = await nextOf(db, known, now);
      if (unit) await write(known, unit, (w) => unit.writes(w));
      else await certify(db, known, now);
    }
  } catch (error) {
    // Another worker did the same unit, or somebody undid it at the last moment: what is left is looked at again.
    if (!(error instanceof Overtaken)) throw error;
  }
  return true;
}

type Known = EndingRow & { classId: string };

async function nextOf(db: Db, ending: Known, now: Date): Promise<Unit | null> {
  for (const step of ending.how === "erasure" ? erasing(db) : replacing(db)) {
    const unit = await step(ending, now);
    if (unit) return unit;
  }
  return null;
}

/** Each unit counts itself in: two workers cannot both do it, and none is counted twice. */
async function write(ending: Known, { counts, upTo }: Pick<Unit, "counts" | "upTo">, more: MakeWrites): Promise<void> {
  const set = { counts: added(ending.counts, counts), upTo: upTo ?? ending.upTo, version: ending.version + 1 };
  await writeTogether((w) => [must(w.update(classEnding).set(set).where(and(eq(classEnding.id, ending.id), eq(classEnding.version, ending.version), isNull(classEnding.undoneAt))), "ending"), ...more(w)]);
}

/** From here on it is not undone. What is to be erased is seen by nobody any more, so that nobody sees a part of it. */
async function begin(db: Db, ending: Known, now: Date): Promise<void> {
  const teachers = await teachersOf(db, ending.classId);
  await write(ending, { counts: {} }, (w) => [
    w.update(classEnding).set({ begunAt: now }).where(eq(classEnding.id, ending.id)),
    ...teachers.map(({ memberId }) => w.insert(certificateHolder).values({ endingId: ending.id, memberId }).onConflictDoNothing()),
    ...(ending.how === "erasure" ? [w.update(enrolment).set({ leftAt: now }).where(and(eq(enrolment.classId, ending.classId), isNull(enrolment.leftAt)))] : []),
  ]);
}

async function certify(db: Db, ending: Known, now: Date): Promise<void> {
  const holders = await db.select({ memberId: certificateHolder.memberId }).from(certificateHolder).where(eq(certificateHolder.endingId, ending.id));
  const isErased = ending.how === "erasure";
  const last = { doneAt: now, hash: certificateHash(certified({ ...ending, doneAt: now })), upTo: null, ...(isErased ? { classId: null } : {}) };
  await write(ending, { counts: {} }, (w) => [
    w.update(classEnding).set(last).where(eq(classEnding.id, ending.id)),
    ...(isErased ? classGone(ending.classId)(w) : namesGone(ending.classId, now)(w)),
    ...holders.map(({ memberId }) => w.insert(notice).values({ id: newId(), memberId, kind: "class-certificate", subjectId: ending.id, dueAt: now, createdAt: now })),
  ]);
}
