/** Class lists through the procedures: what is previewed is what happens, or nothing. */
import { expect, test } from "vitest";
import { aClass, type School } from "../testing/school";
import { aMember, asks, refusal } from "../testing/world";

async function applied(school: School, text: string, choices?: { byLine?: Record<string, string | null>; allSame?: boolean }) {
  const teacher = asks(school.teacher).classes;
  const { seal } = await teacher.previewRoster({ class: school.id, source: { text } });
  return teacher.applyRoster({ class: school.id, text, seal, choices });
}

async function peopleOf(school: School, group: "students" | "left" = "students") {
  const { people } = await asks(school.teacher).classes.people({ class: school.id, group });
  return people.map(({ name, section, externalId }) => [name, section, externalId]);
}

test("who is new joins, who is gone leaves, who is called otherwise or moved is changed; again it changes nothing", async () => {
  const school = await aClass();
  expect(await applied(school, "name,id,section\nAda Obi,1,Blue\nBao Trinh,2,Blue\nCleo Ng,3,")).toEqual({ joined: 3, left: 0, changed: 0, waiting: 0 });
  const next = "姓名;学号;班\nAda Lind;1;Red\nCleo Ng;3;\n李明;4;Red";
  const preview = await asks(school.teacher).classes.previewRoster({ class: school.id, source: { text: next } });
  expect(preview.plan).toMatchObject({ joins: [{ name: "李明" }], leaves: [{ name: "Bao Trinh" }], changes: [{ what: ["renamed", "moved"], name: "Ada Lind" }], unchanged: [{ name: "Cleo Ng" }] });
  expect(await applied(school, next)).toEqual({ joined: 1, left: 1, changed: 1, waiting: 0 });
  expect(await peopleOf(school)).toEqual(expect.arrayContaining([["Ada Lind", "Red", "1"], ["Cleo Ng", null, "3"], ["李明", "Red", "4"]]));
  expect(await peopleOf(school, "left")).toEqual([["Bao Trinh", "Blue", "2"]]);
  expect(await applied(school, next)).toEqual({ joined: 0, left: 0, changed: 0, waiting: 0 });
  expect(await applied(school, `${next}\nBao Trinh;2;Blue`)).toEqual({ joined: 0, left: 0, changed: 1, waiting: 0 });
  expect(await peopleOf(school, "left")).toEqual([]);
});

test("a teacher is on no list of students, and stays", async () => {
  const school = await aClass();
  await applied(school, "name\nAda Obi");
  expect((await asks(school.teacher).classes.people({ class: school.id, group: "teaching" })).people).toHaveLength(1);
});

test("names alone wait for a choice; nobody is merged by it unasked", async () => {
  const school = await aClass();
  await applied(school, "name\nAda Obi\nBao Trinh");
  const again = "name,id\nAda Obi,1\nBao Trinh,2";
  const preview = await asks(school.teacher).classes.previewRoster({ class: school.id, source: { text: again } });
  expect(preview.plan.likely).toMatchObject([{ line: 2, candidates: [{ because: "name" }] }, { line: 3 }]);
  expect(await applied(school, again)).toEqual({ joined: 0, left: 0, changed: 0, waiting: 2 });
  const ada = preview.plan.likely[0]?.candidates[0]?.enrolled.id ?? "";
  expect(await refusal(applied(school, again, { byLine: { "3": ada } }))).toMatchObject({ field: "roster", reason: "field.required" });
  expect(await applied(school, again, { byLine: { "2": ada, "3": null } })).toEqual({ joined: 1, left: 1, changed: 1, waiting: 0 });
  expect(await peopleOf(school)).toEqual([["Ada Obi", null, "1"], ["Bao Trinh", null, "2"]]);
  const names = "name\nAda Obi\nBao Trinh";
  expect(await applied(school, names, { allSame: true })).toEqual({ joined: 0, left: 0, changed: 0, waiting: 0 });
});

test("what was not previewed is not done: another list, or a class that changed meanwhile", async () => {
  const school = await aClass();
  const teacher = asks(school.teacher).classes;
  const text = "name,id\nAda Obi,1";
  const { seal } = await teacher.previewRoster({ class: school.id, source: { text } });
  expect((await refusal(teacher.applyRoster({ class: school.id, text: `${text}\nMallory,9`, seal }))).reason).toBe("roster.stale");
  const { code } = await teacher.makeCode({ class: school.id, role: "student" });
  await asks(await aMember()).classes.join({ code, name: "Bao Trinh" });
  expect((await refusal(teacher.applyRoster({ class: school.id, text, seal }))).reason).toBe("roster.stale");
  expect(await peopleOf(school)).toEqual([["Bao Trinh", null, null]]);
});

test("sent twice at once it is done once", async () => {
  const school = await aClass();
  const teacher = asks(school.teacher).classes;
  const text = "name,id\nAda Obi,1\nBao Trinh,2";
  const { seal } = await teacher.previewRoster({ class: school.id, source: { text } });
  await Promise.allSettled([teacher.applyRoster({ class: school.id, text, seal }), teacher.applyRoster({ class: school.id, text, seal })]);
  expect(await peopleOf(school)).toHaveLength(2);
});

test("faults are told by line, and nothing of such a list is done", async () => {
  const school = await aClass();
  const teacher = asks(school.teacher).classes;
  const text = "name,email\nAda Obi,ada@example.org\nBao Trinh,nonsense\n,";
  const { roster, seal } = await teacher.previewRoster({ class: school.id, source: { text } });
  expect(roster.faults).toMatchObject([{ line: 3, column: 2, fault: "notAnAddress" }]);
  expect(await refusal(teacher.applyRoster({ class: school.id, text, seal }))).toMatchObject({ field: "roster", reason: "roster.faulty" });
});

test("a file of a spreadsheet: UTF-16 with tabs, and a formula that stays text", async () => {
  const school = await aClass();
  const bytes = Buffer.from("\ufeffName\tE-mail\r\nJosé Núñez\tjose@example.org\r\n=HYPERLINK(1)\tx@example.org\r\n", "utf16le");
  const preview = await asks(school.teacher).classes.previewRoster({ class: school.id, source: { bytes } });
  expect(preview).toMatchObject({ roster: { encoding: "utf-16le", notices: [{ line: 3, notice: "formula" }] }, plan: { joins: [{ name: "José Núñez" }, { name: "=HYPERLINK(1)" }] } });
  await asks(school.teacher).classes.applyRoster({ class: school.id, text: preview.text, seal: preview.seal });
  const { csv } = await asks(school.teacher).classes.rosterFile({ class: school.id });
  expect(csv).toContain("'=HYPERLINK(1),x@example.org");
  expect((await asks(school.teacher).classes.log({ class: school.id })).rows).toMatchObject([{ what: "roster.exported", name: "Ms Okafor" }]);
});

test.each([
  [Buffer.from(""), "roster.empty"],
  [Buffer.from("name"), "roster.noRows"],
  [Buffer.from('name\n"Ada'), "roster.quotes"],
  [Buffer.from("%PDF-1.7"), "roster.binary"],
  [Buffer.from(`name\n${"Ada\n".repeat(10_001)}`), "roster.tooManyRows"],
])("what cannot be read is refused beside the list: %#", async (bytes, reason) => {
  const school = await aClass();
  expect(await refusal(asks(school.teacher).classes.previewRoster({ class: school.id, source: { bytes } }))).toMatchObject({ field: "roster", reason });
});

test("two who change numbers with each other do", async () => {
  const school = await aClass();
  await applied(school, "name,email,id\nAda,ada@example.org,1\nBao,bao@example.org,2");
  // By their numbers: each is called and reached otherwise.
  expect(await applied(school, "name,email,id\nAda,ada@example.org,2\nBao,bao@example.org,1")).toMatchObject({ joined: 0, left: 0 });
  expect(await peopleOf(school)).toHaveLength(2);
});

test("ten thousand lines are taken in and changed in one unit", async () => {
  const school = await aClass();
  const list = (section: string) => `name,id,section\n${Array.from({ length: 10_000 }, (_, at) => `Pupil ${at},${at},${section}`).join("\n")}`;
  expect(await applied(school, list("Blue"))).toMatchObject({ joined: 10_000 });
  const began = performance.now();
  expect(await applied(school, list("Red"))).toMatchObject({ changed: 10_000 });
  console.info(`10,000 changed in ${Math.round(performance.now() - began)} ms`);
  expect(await applied(school, "name,id\nPupil 1,1")).toMatchObject({ left: 9_999 });
});
