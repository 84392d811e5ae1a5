/** Copying a whole class to the next term: seen before it is done, and done in one unit. Students, and what they did, stay where they are. */
import { and, asc, eq, isNull } from "drizzle-orm";
import { v4 as randomId, v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { assignment } from "../../db/schema/assignments";
import { enrolment, schoolClass, section } from "../../db/schema/classes";
import { gradingRule } from "../../db/schema/grades";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { canOpenClass } from "../../domain/classroom/classes";
import type { CopiedPart, Shift } from "../../domain/classroom/copying";
import type { Reader } from "../../domain/permissions";
import { type CopiedWork, copiesOf } from "../assignments/copied";
import { openGroups } from "../assignments/groups";
import { askIn } from "../assignments/save";
import { notAllowed } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { checkedWish, type ClassWish } from "./make";
import { taughtClass, type VisibleClass } from "./visible";

type Asked = Context & { reader: Reader };
export type CopyOf = { class: string; parts: readonly CopiedPart[]; shift: Shift };

/** Also one that is closed, or about to be erased. @throws Refusal noSuch.page, notAllowed.teacherOnly, openClasses */
async function copied(ctx: Asked, id: string): Promise<VisibleClass> {
  const found = await taughtClass(ctx, id);
  if (found.me.role !== "teacher") throw notAllowed("teacherOnly");
  if (!canOpenClass(ctx.reader, settings().classesOpenedBy)) throw notAllowed("openClasses");
  return found;
}

function sectionsOf({ db }: Asked, classId: string) {
  return db.select({ name: section.name }).from(section).where(eq(section.classId, classId)).orderBy(asc(section.name), asc(section.id));
}

function assistantsOf({ db }: Asked, classId: string) {
  return db.select({ memberId: enrolment.memberId, name: enrolment.name }).from(enrolment).where(and(eq(enrolment.classId, classId), eq(enrolment.role, "assistant"), isNull(enrolment.leftAt))).orderBy(asc(enrolment.name), asc(enrolment.id));
}

const told = (at: Date | null): string | null => at?.toISOString() ?? null;

/** What a copy would be; nothing is made. Dates in `timeZone`, the new class's. @throws Refusal noSuch.page, notAllowed.teacherOnly, openClasses */
export async function classToCopy(ctx: Asked, input: CopyOf & { timeZone: string | null }) {
  const of = await copied(ctx, input.class);
  const timeZone = input.timeZone ?? of.timeZone;
  const [works, sections, assistants] = await Promise.all([copiesOf(ctx.db, { class: of.id }, { parts: input.parts, shift: input.shift, timeZone }), sectionsOf(ctx, of.id), assistantsOf(ctx, of.id)]);
  return {
    class: { id: of.id, name: of.name, term: of.term, language: of.language === "zh" ? ("zh" as const) : ("en" as const), timeZone: of.timeZone, endsWith: of.endsWith, teacher: of.me.name },
    timeZone,
    sections: sections.map(({ name }) => name),
    assistants: assistants.map(({ name }) => name),
    works: works.map(({ from, title, isGone, article, was, dates, leaps, needsDates, prompts, lost, rule, hasPseudonyms, gate }) => ({
      ...{ from, title, isGone, article, leaps, needsDates, lost, hasRule: rule !== null, hasPseudonyms, gate: gate.kind, prompts: prompts.length, isNewer: article.revision > was.revision },
      was: { opensAt: told(was.dates.opensAt), commentsDueAt: told(was.dates.commentsDueAt), repliesDueAt: told(was.dates.repliesDueAt), cutOffAt: told(was.dates.cutOffAt), timeZone: was.timeZone },
      dates: { opensAt: told(dates.opensAt), commentsDueAt: told(dates.commentsDueAt), repliesDueAt: told(dates.repliesDueAt), cutOffAt: told(dates.cutOffAt) },
    })),
  };
}

export type ClassToCopy = Awaited<ReturnType<typeof classToCopy>>;

/** The class with its assignments, none of them set. @throws Refusal noSuch.page, notAllowed.teacherOnly, openClasses; badField as of a new class */
export async function copyClass(ctx: Asked, input: CopyOf & { wish: ClassWish }): Promise<{ id: string; left: number }> {
  const of = await copied(ctx, input.class);
  const now = ctx.now();
  const { teacher, ...checked } = checkedWish(input.wish, now);
  const [works, sections, assistants] = await Promise.all([
    copiesOf(ctx.db, { class: of.id }, { parts: input.parts, shift: input.shift, timeZone: checked.timeZone }),
    input.parts.includes("sections") ? sectionsOf(ctx, of.id) : [],
    input.parts.includes("assistants") ? assistantsOf(ctx, of.id) : [],
  ]);
  const id = randomId();
  const made = { classId: id, timeZone: checked.timeZone, by: ctx.reader.id };
  const alive = works.filter(({ isGone }) => !isGone);
  await writeTogether(
    (w) => [
      must(w.insert(schoolClass).values({ id, ...checked, copiedFrom: of.id, createdBy: ctx.reader.id, createdAt: now }), "class"),
      must(w.insert(enrolment).values({ id: randomId(), classId: id, memberId: ctx.reader.id, role: "teacher", name: teacher, createdAt: now, joinedAt: now }), "teacher"),
      ...sections.map(({ name }) => w.insert(section).values({ id: randomId(), classId: id, name })),
      ...assistants.map(({ memberId, name }) => w.insert(enrolment).values({ id: randomId(), classId: id, memberId, role: "assistant", name, createdAt: now, joinedAt: memberId === null ? null : now })),
      ...alive.flatMap((work, at) => copyOf(w, work, { ...made, now: new Date(now.getTime() + at) })),
    ],
    [{ id: newId(), kind: "class.copied", subjectId: id, actorId: ctx.reader.id, at: now }],
  );
  return { id, left: works.length - alive.length };
}

/** `now`: a millisecond apart, so that they stand in the order they had. */
function copyOf(w: Writer, work: CopiedWork, { classId, timeZone, by, now }: { classId: string; timeZone: string; by: string; now: Date }): Write[] {
  const id = randomId();
  const { from, title, followsNewest, article, instructions, dates, needsDates, required, late, kinds, gate, looksFirst, hasPseudonyms, groups, prompts, rule } = work;
  const kept = { title, followsNewest, instructions, ...dates, needsDates, required, late, kinds, gate, looksFirst, hasPseudonyms };
  return [
    must(w.insert(assignment).values({ id, classId, articleId: article.id, revision: article.revision, ...kept, timeZone, hasGroups: groups > 1, copiedFrom: from, createdBy: by, createdAt: now }), "assignment"),
    ...openGroups(w, { assignmentId: id, articleId: article.id, timeZone, ids: Array.from({ length: groups }, () => randomId()) }),
    ...askIn(w, id, prompts.map(({ text, block }) => ({ text, block })), now),
    ...(rule ? [w.insert(gradingRule).values({ assignmentId: id, version: 1, ...rule, byMemberId: by, at: now })] : []),
  ];
}
