/** Setting work through the procedures. */
import { expect, test } from "vitest";
import { aClass, joins } from "../testing/school";
import { aRevision } from "../testing/revised";
import { aKey, aMember, anArticle, asks, later, refusal } from "../testing/world";

const wish = { title: "Which of the three?", instructions: "Say where you disagree." };
const noSuchPage = { reason: "noSuch.page", field: null, code: "NOT_FOUND" };

test("work is made, looked at by its teacher alone, changed, set, and then seen by students", async () => {
  const school = await aClass();
  const student = asks(await joins(school));
  const teacher = asks(school.teacher);
  const { slug } = await anArticle();
  const { id } = await teacher.assignments.make({ class: school.id, article: slug, wish: { ...wish, commentsDueAt: "2026-05-29T16:00", gate: "after", gateOwn: "1", prompts: [{ block: "2", text: "Do you agree?" }] } });
  expect((await student.classes.page({ class: school.id })).assignments).toEqual([]);
  expect(await refusal(student.assignments.view({ assignment: id }))).toEqual(noSuchPage);
  const kept = await teacher.assignments.settings({ assignment: id });
  expect(kept).toMatchObject({ isSet: false, timeZone: "Europe/Berlin", wish: { commentsDueAt: "2026-05-29T16:00", gate: "after", gateOwn: "1", prompts: [{ block: "2", text: "Do you agree?" }] } });
  await teacher.assignments.change({ assignment: id, version: 1, wish: { ...kept.wish, title: "Which matters most?" } });
  expect((await refusal(teacher.assignments.change({ assignment: id, version: 1, wish: kept.wish }))).reason).toBe("conflict.changed");
  await teacher.assignments.set({ assignment: id });
  await teacher.assignments.set({ assignment: id });
  expect((await student.classes.page({ class: school.id })).assignments).toMatchObject([{ id, title: "Which matters most?", due: { commentsDueAt: "2026-05-29T14:00:00.000Z" }, own: 0 }]);
  expect((await student.classes.mine({})).due).toMatchObject([{ id }]);
  expect(await teacher.assignments.settings({ assignment: id })).toMatchObject({ isSet: true, said: [{ block: 2, text: "Do you agree?" }], wish: { prompts: [] } });
});

test.each([
  [{ title: "" }, "title", "field.empty"],
  [{ commentsDueAt: "2026-03-29T02:30" }, "commentsDueAt", "field.clocksLeap"],
  [{ opensAt: "2026-05-29T16:00", commentsDueAt: "2026-05-28T16:00" }, "commentsDueAt", "field.datesOrder"],
  [{ opensAt: "tomorrow" }, "opensAt", "field.notATime"],
  [{ comments: "many" }, "comments", "field.wholeNumber"],
  [{ gate: "after" as const }, "gateOwn", "field.wholeNumber"],
  [{ gate: "at" as const }, "gateAt", "field.notATime"],
  [{ prompts: [{ block: "99", text: "Why?" }] }, "block-1", "field.noSuchNumber"],
])("what is wrong is said beside its field: %j", async (wrong, field, reason) => {
  const school = await aClass();
  const { slug } = await anArticle();
  expect(await refusal(asks(school.teacher).assignments.make({ class: school.id, article: slug, wish: { ...wish, ...wrong } }))).toMatchObject({ field, reason });
});

test("students are divided by chance into groups whose sizes differ by one at most", async () => {
  const school = await aClass();
  for (let joined = 0; joined < 5; joined += 1) await joins(school);
  const { slug } = await anArticle();
  const { id } = await asks(school.teacher).assignments.make({ class: school.id, article: slug, wish, hasPseudonyms: true, grouping: { how: "size", number: "2" } });
  await asks(school.teacher).assignments.set({ assignment: id });
  expect(await asks(school.teacher).assignments.settings({ assignment: id })).toMatchObject({ groups: 3, hasPseudonyms: true });
  expect(await refusal(asks(school.teacher).assignments.make({ class: school.id, article: slug, wish, grouping: { how: "count", number: "1" } }))).toMatchObject({ field: "groupNumber" });
});

test("only a teacher of the class sets work in it", async () => {
  const school = await aClass();
  const { slug } = await anArticle();
  const { id } = await asks(school.teacher).assignments.make({ class: school.id, article: slug, wish });
  const assistant = asks(await joins(school, { role: "assistant" })).assignments;
  expect((await refusal(assistant.set({ assignment: id }))).reason).toBe("notAllowed.teacherOnly");
  for (const { assignments } of [asks(await joins(school)), asks(await aMember({ role: "administrator" }))]) {
    const calls = [assignments.settings({ assignment: id }), assignments.change({ assignment: id, version: 1, wish }), assignments.set({ assignment: id }), assignments.make({ class: school.id, article: slug, wish }), assignments.articlesToSet({ class: school.id })];
    expect(await Promise.all(calls.map(refusal))).toEqual(calls.map(() => noSuchPage));
  }
});

test("an article is looked for by the words of its title", async () => {
  const school = await aClass();
  const { slug } = await anArticle({ title: "Good Locks 100%" });
  await anArticle({ title: "Something else" });
  const found = await asks(school.teacher).assignments.articlesToSet({ class: school.id, search: "locks 100%" });
  expect(found.articles).toMatchObject([{ slug, title: "Good Locks 100%" }]);
});

test("an older revision can be chosen while nobody has written; then it is fixed, and why is said", async () => {
  const school = await aClass();
  const [teacher, student] = [asks(school.teacher), await joins(school)];
  const article = await anArticle();
  await aRevision(await aMember({ role: "editor" }), article, "First things first.", "Other things first.");
  const { slug } = article;
  const { id } = await teacher.assignments.make({ class: school.id, article: slug, wish: { ...wish, revision: "1" } });
  const kept = await teacher.assignments.settings({ assignment: id });
  expect(kept).toMatchObject({ revision: 1, isBegun: false, revisions: [{ number: 2 }, { number: 1 }] });
  const change = (version: number, revision: string) => teacher.assignments.change({ assignment: id, version, wish: { ...kept.wish, revision } });
  for (const revision of ["3", "first"]) expect(await refusal(change(1, revision))).toMatchObject({ field: "revision", reason: "field.required" });
  await change(1, "2");
  await teacher.assignments.set({ assignment: id });
  const { view } = await asks(student).assignments.view({ assignment: id });
  expect(view.head.revision).toBe(2);
  await change(2, "1");
  // Written while the newer one was read: it stands where the older one has it.
  await asks(student).comments.post({ discussion: view.head.discussionId, revision: 1, block: 2, body: "Said on the older one.", key: aKey() });
  expect(await refusal(change(3, "2"))).toMatchObject({ field: "revision", reason: "field.begunAlready" });
  expect(await teacher.assignments.settings({ assignment: id })).toMatchObject({ revision: 1, isBegun: true, version: 3 });
  await change(3, "1");
});

test("kinds that an assignment takes are asked for beside the box, of students alone, and counted", async () => {
  const school = await aClass();
  const [teacher, reader] = [asks(school.teacher), await joins(school)];
  const { slug } = await anArticle();
  expect(await refusal(teacher.assignments.make({ class: school.id, article: slug, wish: { ...wish, kinds: ["objection"], allowed: ["question"] } }))).toMatchObject({ field: "allowed", reason: "field.kindsContradict" });
  const { id } = await teacher.assignments.make({ class: school.id, article: slug, wish: { ...wish, allowed: ["evidence", "question"] } });
  await teacher.assignments.set({ assignment: id });
  const { view } = await asks(reader).assignments.view({ assignment: id });
  const says = (minutes: number, more: object, who = reader) => asks(who, { now: () => later(minutes * 60) }).comments.post({ discussion: view.head.discussionId, revision: 1, block: 2, body: "Words enough.", key: aKey(), ...more });
  expect(await refusal(says(1, {}))).toMatchObject({ field: "kind", reason: "field.kindMissing" });
  expect(await refusal(says(1, { kind: "objection" }))).toMatchObject({ field: "kind", reason: "field.kindNotAllowed" });
  expect(await refusal(says(1, { kind: "suggestion", proposal: "Third thoughts." }))).toMatchObject({ field: "kind" });
  const { id: asked } = await says(1, { kind: "question" });
  await says(2, { block: null, parent: asked });
  const { version } = await teacher.assignments.settings({ assignment: id });
  const edit = (kind: "objection" | "evidence", at: number) => asks(reader, { now: () => later(60 * 5) }).comments.edit({ comment: asked, version: at, kind, body: "Other words.", key: aKey() });
  expect(await refusal(edit("objection", 1))).toMatchObject({ field: "kind" });
  await edit("evidence", 1);
  expect((await asks(reader).comments.composing({ discussion: view.head.discussionId, block: 2, words: null, parent: null })).inClass?.kinds).toEqual(["question", "evidence"]);
  await says(3, {}, school.teacher);
  await teacher.assignments.change({ assignment: id, version, wish: { ...(await teacher.assignments.settings({ assignment: id })).wish, allowed: ["objection"] } });
  const { people } = await teacher.classes.people({ class: school.id });
  expect((await teacher.grades.student({ assignment: id, place: people[0]?.id ?? "" })).comments.map(({ cause }) => cause)).toContain("wrongKind");
});
