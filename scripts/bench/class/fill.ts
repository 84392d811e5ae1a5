/**
 * Fills a fresh database with a class of 300 and 20 assignments of 3,000 comments, in a process of its own: a process speaks to one database.
 * Usage: run.mjs bench/class/fill [STUDENTS ASSIGNMENTS] OUT: the file to write the `FilledClass` into.
 */
import { writeFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { v4 as randomId } from "uuid";
import { closeDatabase, database } from "../../../db/client";
import { migrate } from "../../../db/migrate";
import { block } from "../../../db/schema/articles";
import { assignment, studyGroup } from "../../../db/schema/assignments";
import { enrolment, schoolClass } from "../../../db/schema/classes";
import { anchor, comment, discussion, heat, participant, placement, thread } from "../../../db/schema/discussions";
import { gradingRule } from "../../../db/schema/grades";
import { writeTogether } from "../../../db/write-together";
import { NOTHING_REQUIRED } from "../../../domain/classroom/terms";
import type { GradingRule } from "../../../domain/classroom/grading-rules";
import { importArticle } from "../../../domain/importing/article";
import { createArticle } from "../../../server/articles/mutations";
import { createMember } from "../../../server/members/new-member";
import { openSession, sessionCookie } from "../../../server/session";
import { chunksOf } from "../chunks";
import { type Made, rowsOf } from "../work";
import type { FilledClass } from "./place";

const given = process.argv.slice(2);
const out = given.at(-1) ?? "";
const [STUDENTS, ASSIGNMENTS] = given.length === 3 ? [Number(given[0]), Number(given[1])] : [300, 20];
/** Of each student in each assignment: some threads of their own, and answers to others'. */
const [THREADS, REPLIES] = [4, 6];
const PARAGRAPHS = 60;
const LONG_BEFORE = new Date("2025-01-06T08:00:00.000Z");
const MINUTE_MS = 60_000;
const context = { db: database(), now: () => LONG_BEFORE };

/** From 20 to 120 words. */
function bodyOf(number: number): string {
  const sentence = "The office publishes what it was told, by whom, and what it did about it.";
  // Every tenth names somebody of the class.
  const named = number % 10 === 0 ? ` So said pupil ${number % STUDENTS}.` : "";
  return `${Array.from({ length: 2 + (number % 7) }, () => sentence).join(" ")}${named} (${number})`;
}

/** First every thread, paragraph by paragraph, then the answers, each to the thread of somebody else. */
function madeComments(): Made[] {
  const roots = Array.from({ length: STUDENTS * THREADS }, (_, at): Made => ({ id: at + 1, parent: null, root: null, depth: 0, anchor: 1 + (at % PARAGRAPHS), author: `pupil ${at % STUDENTS}`, at: LONG_BEFORE.getTime() + at * MINUTE_MS, body: bodyOf(at) }));
  const answers = Array.from({ length: STUDENTS * REPLIES }, (_, at): Made => {
    const to = 1 + ((at * 7 + 1) % roots.length);
    const id = roots.length + at + 1;
    return { id, parent: to, root: to, depth: 1, anchor: 1 + ((to - 1) % PARAGRAPHS), author: `pupil ${at % STUDENTS}`, at: LONG_BEFORE.getTime() + id * MINUTE_MS, body: bodyOf(id) };
  });
  return [...roots, ...answers];
}

/** So that the page has grades to show. */
const RULE: GradingRule = { version: 1, decimals: 0, late: "each", counted: { kind: "scaled", points: 1_000 }, hand: null, rubric: [] };

await migrate();
const people = await Promise.all(["Ms Okafor", ...Array.from({ length: STUDENTS }, (_, at) => `pupil ${at}`)].map((name) => createMember(context, { name, email: null, password: null, role: "member" })));
const [teacher, ...pupils] = people;
if (!teacher) throw new Error("nobody was made");
const classId = randomId();
const listed = pupils.map(({ id, name }) => ({ id: randomId(), classId, memberId: id, role: "student" as const, name, createdAt: LONG_BEFORE, joinedAt: LONG_BEFORE }));
await writeTogether((w) => [
  w.insert(schoolClass).values({ id: classId, name: "A large class", timeZone: "UTC", createdBy: teacher.id, createdAt: LONG_BEFORE, retainUntil: new Date("2099-01-01T00:00:00Z") }),
  w.insert(enrolment).values({ id: randomId(), classId, memberId: teacher.id, role: "teacher", name: "Ms Okafor", createdAt: LONG_BEFORE, joinedAt: LONG_BEFORE }),
  ...chunksOf(listed).map((chunk) => w.insert(enrolment).values(chunk)),
]);
const paragraphs = Array.from({ length: PARAGRAPHS }, (_, place) => `Paragraph ${place + 1}. ${bodyOf(10 * place + 1)}`);
const text = importArticle(Buffer.from(`# A law to read\n\n${paragraphs.join("\n\n")}\n`), "markdown");
if ("refused" in text) throw new Error(`the article is refused: ${text.refused}`);
const { id: articleId, revisionId } = await createArticle(context, text, { slug: "a-law-to-read" });
const blocks = await database().select({ number: block.number, id: block.blockId }).from(block).where(eq(block.revisionId, revisionId));
const blockIds = new Map(blocks.map((one) => [one.number, one.id]));
const comments = madeComments();

async function assigned(): Promise<string> {
  const [id, group, discussionId] = [randomId(), randomId(), randomId()];
  const speakers = pupils.map(({ id: memberId, name }) => ({ id: randomId(), memberId, discussionId, shownName: name, createdAt: LONG_BEFORE }));
  const rows = rowsOf(comments, { discussionId, revisionId, blockIds }, new Map(speakers.map((one) => [one.shownName, one.id])));
  await writeTogether((w) => [
    w.insert(assignment).values({ id, classId, articleId, revision: 1, title: "Read it", timeZone: "UTC", required: { ...NOTHING_REQUIRED, comments: 3, replies: 5 }, gate: { kind: "none" }, hasPseudonyms: false, hasGroups: false, createdBy: teacher?.id ?? "", createdAt: LONG_BEFORE, setAt: LONG_BEFORE }),
    w.insert(studyGroup).values({ id: group, assignmentId: id, number: 1 }),
    w.insert(discussion).values({ id: discussionId, articleId, audience: group, comments: comments.length, participants: speakers.length, lastCommentAt: rows.comments.at(-1)?.createdAt }),
    w.insert(gradingRule).values({ assignmentId: id, version: 1, rule: RULE, release: "hand", byMemberId: teacher?.id ?? "", at: LONG_BEFORE }),
    ...chunksOf(speakers).map((chunk) => w.insert(participant).values(chunk)),
    ...chunksOf(rows.threads).map((chunk) => w.insert(thread).values(chunk)),
    ...chunksOf(rows.anchors).map((chunk) => w.insert(anchor).values(chunk)),
    ...chunksOf(rows.placements).map((chunk) => w.insert(placement).values(chunk)),
    ...chunksOf(rows.heats).map((chunk) => w.insert(heat).values(chunk)),
    ...chunksOf(rows.comments).map((chunk) => w.insert(comment).values(chunk)),
  ]);
  return id;
}

const assignments: string[] = [];
for (let made = 0; made < ASSIGNMENTS; made += 1) assignments.push(await assigned());
const session = await openSession({ id: teacher.id, sessionVersion: 1 }, "bench", new Date());
const filled: FilledClass = { class: classId, assignments, cookie: `${sessionCookie().name}=${session}` };
writeFileSync(out, JSON.stringify(filled));
await closeDatabase();
