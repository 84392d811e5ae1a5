/** Opening a class: whoever makes it teaches it. */
import { v4 as randomId, v7 as newId } from "uuid";
import { enrolment, schoolClass } from "../../db/schema/classes";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { canOpenClass, CLASS_NAME_LENGTH, type Ending, faultOfRetention, TERM_LENGTH } from "../../domain/classroom/classes";
import { faultOfRosterName } from "../../domain/classroom/roster-cells";
import { localIn, momentIn, timeZones } from "../../domain/opening";
import type { Reader } from "../../domain/permissions";
import type { Language } from "../../domain/reading";
import { faultOfText } from "../../domain/text";
import { badField, changedMeanwhile, notAllowed } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";

type Asked = Context & { reader: Reader };

/** `teacher`: what they are called in it; `retainUntil`: a day of the zone, "2027-11-26", the last on which its work is whole. */
export type ClassWish = { name: string; term: string; teacher: string; language: Language; timeZone: string; endsWith: Ending | null; retainUntil: string };

/** @throws Refusal notAllowed.openClasses; badField name, term, teacher, timeZone, endsWith, retainUntil */
export async function makeClass(ctx: Asked, wish: ClassWish): Promise<{ id: string }> {
  if (!canOpenClass(ctx.reader, settings().classesOpenedBy)) throw notAllowed("openClasses");
  const now = ctx.now();
  const { teacher, ...checked } = checkedWish(wish, now);
  const id = randomId();
  await writeTogether(
    (w) => [
      must(w.insert(schoolClass).values({ id, ...checked, createdBy: ctx.reader.id, createdAt: now }), "class"),
      must(w.insert(enrolment).values({ id: randomId(), classId: id, memberId: ctx.reader.id, role: "teacher", name: teacher, createdAt: now, joinedAt: now }), "teacher"),
    ],
    [{ id: newId(), kind: "class.made", subjectId: id, actorId: ctx.reader.id, at: now }],
  );
  return { id };
}

export function checkedWish({ name, term, teacher, language, timeZone, endsWith, retainUntil }: ClassWish, now: Date) {
  if (!timeZones().includes(timeZone)) throw badField("timeZone", { fault: "notATimeZone" });
  if (endsWith === null) throw badField("endsWith", { fault: "required" });
  const fault = faultOfRetention(retainUntil.trim(), localIn(now, timeZone).slice(0, 10));
  if (fault) throw badField("retainUntil", { fault });
  // At the end of the day: clocks leave out midnight in some zones, never this.
  const until = momentIn(`${retainUntil.trim()}T23:59`, timeZone);
  if (!until) throw changedMeanwhile("retainUntil");
  return { ...checkedFacts({ name, term }), teacher: checkedPlaceName("teacher", teacher), language, timeZone, endsWith, retainUntil: until };
}

/** What a class is called. @throws Refusal badField name, term */
export function checkedFacts({ name, term }: Pick<ClassWish, "name" | "term">) {
  return { name: line("name", name, CLASS_NAME_LENGTH), term: term.trim() === "" ? null : line("term", term, TERM_LENGTH) };
}

/** A text of one line. @throws Refusal badField */
export function line(field: string, written: string, most: number): string {
  const text = written.normalize("NFC").replace(/\s+/gu, " ").trim();
  const fault = faultOfText(text, { most });
  if (fault) throw badField(field, fault);
  return text;
}

/** A name as a class list has it. @throws Refusal badField */
export function checkedPlaceName(field: string, written: string): string {
  const name = written.normalize("NFC").replace(/\s+/gu, " ").trim();
  const fault = faultOfRosterName(name);
  if (!fault) return name;
  throw fault.fault === "lostDigits" ? badField(field, { fault: "nameCharacters" }) : badField(field, fault);
}
