/** A class list against the class: what it would change, and changing just that. */
import { and, asc, eq, isNull } from "drizzle-orm";
import { createHash } from "node:crypto";
import { v7 as newId } from "uuid";
import { z } from "zod";
import { isDuplicate, Overtaken } from "../../db/faults";
import { enrolment, section } from "../../db/schema/classes";
import { writeTogether } from "../../db/write-together";
import { allTheSame, type Enrolled, rosterPlan, type RosterPlan } from "../../domain/classroom/roster-plan";
import { type Roster, ROSTER_BYTES, rosterOfText, type RosterRefusal } from "../../domain/classroom/roster";
import { decode } from "../../domain/importing/decoding";
import { csvOf } from "../../domain/csv";
import type { Reader } from "../../domain/permissions";
import { badField, Refusal } from "../refusals";
import type { Context } from "../trpc";
import { keepLook } from "./looked";
import { rosterWrites, sectionIds } from "./roster-writes";
import { ledClass, taughtClass, type VisibleClass } from "./visible";

type Asked = Context & { reader: Reader };

/** A file, or what was pasted. */
export const rosterSource = z.union([z.object({ text: z.string() }), z.object({ bytes: z.instanceof(Uint8Array) })]);
export type RosterSource = z.output<typeof rosterSource>;

/** By line: the id of whose row it is, or null: another person's. `allSame`: of those not said, the first of whom it is likely to be. */
export type RosterChoices = { byLine: Record<string, string | null>; allSame: boolean };

type KeptPlace = Enrolled & Pick<typeof enrolment.$inferSelect, "role" | "version">;

/** All places of a class, those of who is in it first, by id, so that the same class always gives the same plan. */
async function placesOf({ db }: Pick<Asked, "db">, classId: string): Promise<KeptPlace[]> {
  const rows = await db
    .select({ id: enrolment.id, name: enrolment.name, email: enrolment.email, externalId: enrolment.externalId, section: section.name, leftAt: enrolment.leftAt, role: enrolment.role, version: enrolment.version })
    .from(enrolment)
    .leftJoin(section, eq(section.id, enrolment.sectionId))
    .where(eq(enrolment.classId, classId))
    .orderBy(asc(enrolment.id));
  const places = rows.map(({ leftAt, ...row }) => ({ ...row, hasLeft: leftAt !== null }));
  return [...places.filter(({ hasLeft }) => !hasLeft), ...places.filter(({ hasLeft }) => hasLeft)];
}

/** A list of students says nothing of who teaches: nobody of them leaves by it. */
function planned(rows: Roster["rows"], places: KeptPlace[], choices?: ReadonlyMap<number, string | null>): RosterPlan {
  const teaching = new Set(places.flatMap(({ id, role }) => (role === "student" ? [] : [id])));
  const plan = rosterPlan(rows, places, choices);
  return { ...plan, leaves: plan.leaves.filter(({ id }) => !teaching.has(id)) };
}

/** What stands for a preview: the same again only while list and class are the same. */
function sealOf(roster: Roster, places: KeptPlace[]): string {
  return createHash("sha256").update(JSON.stringify([roster.rows, places])).digest("base64url");
}

/** A list that can be read, and its text, by which it is sent again to be applied. @throws Refusal roster.*, beside the list */
function readRoster(source: RosterSource): { roster: Roster; text: string } {
  const decoded = "text" in source ? { text: source.text, encoding: null } : decode(source.bytes, { limit: ROSTER_BYTES });
  const roster = "refused" in decoded ? decoded : rosterOfText(decoded.text, decoded.encoding);
  if ("refused" in roster || "refused" in decoded) throw rosterRefused("refused" in roster ? roster : { refused: "empty" });
  return { roster, text: decoded.text };
}

function rosterRefused({ refused, ...given }: RosterRefusal): Refusal {
  return new Refusal("BAD_REQUEST", `roster.${refused}`, { field: "roster", values: valuesOf(given) });
}

function valuesOf(given: object): Record<string, string | number> {
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]: [string, unknown]) => (typeof value === "string" || typeof value === "number" ? [[name, value]] : [])));
}

/** What a list would change; nothing is changed. @throws Refusal noSuch.page, notAllowed.teacherOnly, classClosed, roster.* */
export async function previewRoster(ctx: Asked, input: { class: string; source: RosterSource }) {
  const led = await ledClass(ctx, input.class);
  const { roster, text } = readRoster(input.source);
  const places = await placesOf(ctx, led.id);
  return { class: { id: led.id, name: led.name }, roster, text, plan: planned(roster.rows, places), seal: sealOf(roster, places) };
}

export type RosterPreview = Awaited<ReturnType<typeof previewRoster>>;

/** A student who joins at the same moment: the seal says whether that matters. */
const MOST_ATTEMPTS = 5;

/** How many of each there were. */
export type RosterDone = { joined: number; left: number; changed: number; waiting: number };

/**
 * Does what was previewed, all or nothing. `seal`: of the preview; where the list or the class is another since, nothing is done.
 * @throws Refusal noSuch.page, notAllowed.teacherOnly, classClosed, roster.*, roster.faulty, roster.stale, field choices
 */
export async function applyRoster(ctx: Asked, input: { class: string; text: string; seal: string; choices: RosterChoices }): Promise<RosterDone> {
  await ledClass(ctx, input.class);
  const { roster } = readRoster({ text: input.text });
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const led = await ledClass(ctx, input.class);
    if (roster.faults.length > 0) throw new Refusal("BAD_REQUEST", "roster.faulty", { field: "roster", values: { count: roster.faults.length } });
    const places = await placesOf(ctx, led.id);
    if (sealOf(roster, places) !== input.seal) throw new Refusal("CONFLICT", "roster.stale", { field: "roster" });
    const first = planned(roster.rows, places);
    const choices = choicesFor(first, input.choices);
    // Of ten thousand lines it takes long: where nothing was to be chosen it is the plan already.
    const plan = choices.size === 0 ? first : planned(roster.rows, places, choices);
    const done = { joined: plan.joins.length, left: plan.leaves.length, changed: plan.changes.length, waiting: plan.likely.length };
    if (done.joined + done.left + done.changed === 0) return done;
    if (await written(ctx, led, plan)) return done;
  }
  throw new Refusal("CONFLICT", "roster.stale", { field: "roster" });
}

/** False: somebody changed the class, or named a section, at the same moment. */
async function written(ctx: Asked, led: VisibleClass, plan: RosterPlan): Promise<boolean> {
  const now = ctx.now();
  const named = await ctx.db.select({ id: section.id, name: section.name }).from(section).where(eq(section.classId, led.id));
  const sections = sectionIds(plan, named);
  try {
    await writeTogether((w) => rosterWrites(w, led, { plan, sections, now }), [{ id: newId(), kind: "class.roster-applied", subjectId: led.id, actorId: ctx.reader.id, at: now }]);
    return true;
  } catch (error) {
    if (error instanceof Overtaken || isDuplicate(error)) return false;
    throw error;
  }
}

/** Only of those it is likely to be may somebody be chosen. @throws Refusal field choices */
function choicesFor(plan: RosterPlan, { byLine, allSame }: RosterChoices): Map<number, string | null> {
  const choices = new Map<number, string | null>(allSame ? allTheSame(plan) : []);
  for (const { line, candidates } of plan.likely) {
    const chosen = byLine[String(line)];
    if (chosen === undefined) continue;
    if (chosen !== null && !candidates.some(({ enrolled }) => enrolled.id === chosen)) throw badField("roster", { fault: "required" });
    choices.set(line, chosen);
  }
  return choices;
}

/** Who is in the class, as a list that can be taken in again. Logged. @throws Refusal noSuch.page */
export async function rosterFile(ctx: Asked, input: { class: string }): Promise<{ name: string; csv: string }> {
  const found = await taughtClass(ctx, input.class);
  const rows = await ctx.db
    .select({ name: enrolment.name, email: enrolment.email, externalId: enrolment.externalId, section: section.name })
    .from(enrolment)
    .leftJoin(section, eq(section.id, enrolment.sectionId))
    .where(and(eq(enrolment.classId, found.id), eq(enrolment.role, "student"), isNull(enrolment.leftAt)))
    .orderBy(asc(enrolment.name), asc(enrolment.id));
  await writeTogether((w) => [keepLook(w, { classId: found.id, memberId: ctx.reader.id, what: "roster.exported", at: ctx.now() })]);
  return { name: found.name, csv: csvOf(["name", "email", "student id", "section"], rows.map(({ name, email, externalId, section: of }) => [name, email, externalId, of])) };
}
