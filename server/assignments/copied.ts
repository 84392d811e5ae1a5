/** What of an assignment goes into a copy of it: read, moved in time, and put where its article is now. */
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "../../db/client";
import { article, revision } from "../../db/schema/articles";
import { assignment, prompt, studyGroup } from "../../db/schema/assignments";
import { gradingRule } from "../../db/schema/grades";
import { type CopiedPart, type Shift, shifted, shiftedDates } from "../../domain/classroom/copying";
import { type GateRule, NOTHING_REQUIRED } from "../../domain/classroom/terms";
import type { Work } from "../grades/work";
import { carriedBlocks } from "./carried-prompts";

/** More than a teacher sets in a term; of a class that had more the others are left out. */
export const MOST_COPIED = 200;

export type CopyWish = { parts: readonly CopiedPart[]; shift: Shift; timeZone: string };
export type CopiedWork = Awaited<ReturnType<typeof copiesOf>>[number];

/** Of a class, in the order in which they were made, or one of them. */
function worksOf(db: Db, of: { class: string } | { assignment: string }) {
  return db
    .select({ work: assignment, article: { id: article.id, slug: article.slug, state: article.state, newest: article.newest }, title: revision.title, language: revision.language })
    .from(assignment)
    .innerJoin(article, eq(article.id, assignment.articleId))
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .where("class" in of ? eq(assignment.classId, of.class) : eq(assignment.id, of.assignment))
    .orderBy(asc(assignment.createdAt), asc(assignment.id))
    .limit(MOST_COPIED);
}

/** Each with what its copy is; `isGone`: its article was withdrawn, so that there is none. Guarded by who asks. */
export async function copiesOf(db: Db, of: { class: string } | { assignment: string }, { parts, shift, timeZone }: CopyWish) {
  const rows = await worksOf(db, of);
  const ids = rows.map(({ work }) => work.id);
  const [asked, rules, groups] =
    ids.length === 0
      ? [[], [], []]
      : await Promise.all([
          db.select().from(prompt).where(inArray(prompt.assignmentId, ids)).orderBy(asc(prompt.createdAt), asc(prompt.id)),
          db.select().from(gradingRule).where(inArray(gradingRule.assignmentId, ids)).orderBy(asc(gradingRule.version)),
          db.select({ assignmentId: studyGroup.assignmentId }).from(studyGroup).where(inArray(studyGroup.assignmentId, ids)),
        ]);
  const has = (part: CopiedPart): boolean => parts.includes(part);
  const works = new Map(rows.map(({ work, article: about }) => [work.id, { articleId: about.id, from: work.revision, to: about.newest ?? work.revision }]));
  const passages = has("prompts") ? asked.flatMap(({ assignmentId, block }) => (block === null ? [] : [{ articleId: "", from: 0, to: 0, ...works.get(assignmentId), block }])) : [];
  const placeOf = await carriedBlocks(db, passages);
  return rows.map(({ work, article: about, title, language }) => {
    const prompts = asked
      .filter(({ assignmentId }) => has("prompts") && assignmentId === work.id)
      .map(({ block, text }) => ({ text, was: block, block: block === null ? null : placeOf({ articleId: about.id, from: work.revision, to: about.newest ?? work.revision, block }) }));
    const rule = has("grading") ? (rules.findLast(({ assignmentId }) => assignmentId === work.id) ?? null) : null;
    const { leaps, ...dates } = shiftedDates(work, shift, work.timeZone, timeZone);
    return {
      from: work.id,
      ...{ title: work.title, followsNewest: work.followsNewest },
      isGone: about.state !== "published",
      article: { id: about.id, slug: about.slug, title, language, revision: about.newest ?? work.revision },
      was: { revision: work.revision, dates: { opensAt: work.opensAt, commentsDueAt: work.commentsDueAt, repliesDueAt: work.repliesDueAt, cutOffAt: work.cutOffAt }, timeZone: work.timeZone },
      instructions: has("instructions") ? work.instructions : "",
      ...{ dates, leaps, needsDates: shift === null && (work.commentsDueAt ?? work.repliesDueAt) !== null },
      ...{ required: has("counts") ? work.required : NOTHING_REQUIRED, late: has("counts") ? work.late : null, kinds: has("counts") ? work.kinds : null },
      gate: has("gate") ? gateMoved(work, shift, timeZone) : ({ kind: "none" } as const),
      looksFirst: has("gate") && work.looksFirst,
      hasPseudonyms: has("pseudonyms") && work.hasPseudonyms,
      groups: Math.max(1, groups.filter(({ assignmentId }) => assignmentId === work.id).length),
      prompts,
      /** What was asked about a passage that is no longer there: it is asked about the whole article. */
      lost: prompts.filter(({ was, block }) => was !== null && block === null).length,
      rule: rule && ruleMoved(rule, shift, work.timeZone, timeZone),
    };
  });
}

/** One that opened by itself at a time, copied without dates, waits for the teacher: open it would show what was to be hidden. */
function gateMoved({ gate, timeZone: from }: Work, shift: Shift, to: string): GateRule {
  if (gate.kind !== "at") return gate;
  return shift === null ? { kind: "teacher" } : { kind: "at", at: shifted(new Date(gate.at), shift, from, to).at.toISOString() };
}

function ruleMoved({ rule, release, releaseAt }: typeof gradingRule.$inferSelect, shift: Shift, from: string, to: string) {
  const at = shift === null || releaseAt === null ? null : shifted(releaseAt, shift, from, to).at;
  return { rule: { ...rule, version: 1 }, release: release === "date" && at === null ? ("hand" as const) : release, releaseAt: release === "date" ? at : null };
}
