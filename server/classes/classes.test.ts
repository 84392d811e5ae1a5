/** Classes through the procedures: opening one, its people, its codes. */
import { expect, test } from "vitest";
import { JOIN_TRIES_OF_ADDRESS, JOIN_TRIES_OF_CLASS } from "../../domain/classroom/join-code";
import { settings } from "../settings";
import { aClass, classWish, joins } from "../testing/school";
import { aMember, asks, later, refusal, uniqueName } from "../testing/world";

const TWO_WEEKS = 14 * 24 * 60 * 60;
const noSuchPage = { reason: "noSuch.page", field: null, code: "NOT_FOUND" };
const noSuchCode = { reason: "noSuch.joinCode", field: "code", code: "NOT_FOUND" };

test("who makes a class teaches it, and finds it among their own", async () => {
  const { id, teacher } = await aClass();
  expect(await asks(teacher).classes.mine({})).toMatchObject({ taught: [{ id, name: "10B, Civics", role: "teacher" }], learnt: [], canOpen: true });
  expect(await asks(teacher).classes.page({ class: id })).toMatchObject({ name: "10B, Civics", teaches: true, me: { name: "Ms Okafor", role: "teacher" }, people: { students: 0, teaching: 1 } });
});

test.each([
  [{ name: " " }, "name", "field.empty"],
  [{ name: "x".repeat(81) }, "name", "field.tooLong"],
  [{ teacher: "" }, "teacher", "field.empty"],
  [{ timeZone: "Mars/Olympus" }, "timeZone", "field.notATimeZone"],
  [{ endsWith: null }, "endsWith", "field.required"],
  [{ retainUntil: "" }, "retainUntil", "field.notADay"],
  [{ retainUntil: "2026-05-08" }, "retainUntil", "field.retainPast"],
  [{ retainUntil: "2036-05-09" }, "retainUntil", "field.retainTooLong"],
])("what is wrong with a class is said beside its field: %j", async (wrong, field, reason) => {
  expect(await refusal(asks(await aMember()).classes.make({ ...classWish, ...wrong }))).toMatchObject({ field, reason });
});

test("who may open classes is set by the operator", async () => {
  settings().classesOpenedBy = "staff";
  try {
    const member = await aMember();
    expect((await refusal(asks(member).classes.make(classWish))).reason).toBe("notAllowed.openClasses");
    expect((await asks(member).classes.mine({})).canOpen).toBe(false);
    await expect(asks(await aMember({ role: "moderator" })).classes.make(classWish)).resolves.toHaveProperty("id");
  } finally {
    settings().classesOpenedBy = "members";
  }
});

test("to who is not of it a class is a page that is not there, whoever they are", async () => {
  const school = await aClass();
  const student = await joins(school);
  const { people } = await asks(school.teacher).classes.people({ class: school.id });
  const place = people[0]?.id ?? "";
  const { code } = await asks(school.teacher).classes.makeCode({ class: school.id, role: "student" });
  for (const outsider of [await aMember(), await aMember({ role: "administrator" }), (await aClass()).teacher]) {
    for (const id of [school.id, "none"]) {
      const { classes } = asks(outsider);
      const calls = [classes.page({ class: id }), classes.taught({ class: id }), classes.people({ class: id }), classes.place({ class: id, place }), classes.changePlace({ class: id, place, version: 2, name: "Mallory", section: "", role: "teacher" }), classes.removePlace({ class: id, place, version: 1 }), classes.returnPlace({ class: id, place, version: 1 }), classes.codes({ class: id }), classes.makeCode({ class: id, role: "student" }), classes.revokeCode({ class: id, code }), classes.previewRoster({ class: id, source: { text: "name\nAda" } }), classes.applyRoster({ class: id, text: "name\nAda", seal: "" }), classes.rosterFile({ class: id }), classes.log({ class: id })];
      expect(await Promise.all(calls.map(refusal))).toEqual(calls.map(() => noSuchPage));
    }
  }
  // A student sees the class, and none of the teacher's pages.
  const own = asks(student).classes;
  expect(await own.page({ class: school.id })).toMatchObject({ teaches: false, people: null, sections: [] });
  const refused = [own.people({ class: school.id }), own.codes({ class: school.id }), own.log({ class: school.id }), own.rosterFile({ class: school.id })];
  expect(await Promise.all(refused.map(refusal))).toEqual(refused.map(() => noSuchPage));
});

test("an assistant sees the people, and changes nothing", async () => {
  const school = await aClass();
  const assistant = asks(await joins(school, { role: "assistant" })).classes;
  expect(await assistant.people({ class: school.id, group: "teaching" })).toMatchObject({ canChange: false });
  const refused = await Promise.all([assistant.makeCode({ class: school.id, role: "student" }), assistant.codes({ class: school.id }), assistant.log({ class: school.id })].map(refusal));
  for (const { reason } of refused) expect(reason).toBe("notAllowed.teacherOnly");
});

test("a place gets another name, section and role; it leaves and comes back", async () => {
  const school = await aClass();
  await joins(school, { name: "Ada Obi" });
  const teacher = asks(school.teacher).classes;
  const placeOf = async () => (await teacher.people({ class: school.id })).people[0];
  const { id: place = "" } = (await placeOf()) ?? {};
  const of = { class: school.id, place };
  await teacher.changePlace({ ...of, version: 1, name: " Ada  Obi-Lind ", section: "Blue", role: "student" });
  expect(await placeOf()).toMatchObject({ name: "Ada Obi-Lind", section: "Blue" });
  expect((await refusal(teacher.changePlace({ ...of, version: 1, name: "Ada", section: "", role: "student" }))).reason).toBe("conflict.changed");
  expect(await refusal(teacher.changePlace({ ...of, version: 2, name: "", section: "", role: "student" }))).toMatchObject({ field: "name" });
  await teacher.removePlace({ ...of, version: 2 });
  expect(await placeOf()).toBeUndefined();
  expect((await teacher.people({ class: school.id, group: "left" })).people[0]).toMatchObject({ name: "Ada Obi-Lind" });
  await teacher.returnPlace({ ...of, version: 3 });
  expect(await placeOf()).toMatchObject({ name: "Ada Obi-Lind", leftAt: null });
});

test("several go to a section at once, a new one too, and out of it; an assistant moves nobody, and nobody of another class is moved", async () => {
  const [school, other] = [await aClass(), await aClass()];
  for (const name of ["Ada Obi", "Bao Trinh", "Cleo Ng"]) await joins(school, { name, section: "Red" });
  await joins(other, { name: "Elsewhere" });
  const teacher = asks(school.teacher).classes;
  const sections = async () => (await teacher.people({ class: school.id })).people.map(({ section }) => section);
  const ids = (await teacher.people({ class: school.id })).people.map(({ id }) => id);
  await teacher.moveToSection({ class: school.id, places: ids.slice(0, 2), section: " Blue " });
  expect(await sections()).toEqual(["Blue", "Blue", "Red"]);
  await teacher.moveToSection({ class: school.id, places: ids.slice(1), section: "" });
  expect(await sections()).toEqual(["Blue", null, null]);
  expect(await refusal(teacher.moveToSection({ class: school.id, places: [], section: "Blue" }))).toMatchObject({ field: "places", reason: "field.chooseSomebody" });
  const [elsewhere] = (await asks(other.teacher).classes.people({ class: other.id })).people;
  expect(await refusal(teacher.moveToSection({ class: school.id, places: [elsewhere?.id ?? ""], section: "Blue" }))).toEqual(noSuchPage);
  const assistant = await joins(school, { role: "assistant", name: "Mr Lind" });
  expect((await refusal(asks(assistant).classes.moveToSection({ class: school.id, places: ids, section: "Blue" }))).reason).toBe("notAllowed.teacherOnly");
  expect(await refusal(asks(other.teacher).classes.moveToSection({ class: school.id, places: ids, section: "Blue" }))).toEqual(noSuchPage);
});

test("a class always has a teacher, also when two remove each other at once", async () => {
  const school = await aClass();
  const teacher = asks(school.teacher).classes;
  const second = await joins(school, { role: "assistant", name: "Mr Lind" });
  const [assistant, first] = (await teacher.people({ class: school.id, group: "teaching" })).people.toSorted((one) => (one.role === "assistant" ? -1 : 1));
  const firstOf = { class: school.id, place: first?.id ?? "" };
  expect((await refusal(teacher.removePlace({ ...firstOf, version: 1 }))).reason).toBe("notAllowed.lastTeacher");
  expect((await refusal(teacher.changePlace({ ...firstOf, version: 1, name: "Ms Okafor", section: "", role: "assistant" }))).reason).toBe("notAllowed.lastTeacher");
  await teacher.changePlace({ class: school.id, place: assistant?.id ?? "", version: 1, name: "Mr Lind", section: "", role: "teacher" });
  const both = await Promise.allSettled([teacher.removePlace({ class: school.id, place: assistant?.id ?? "", version: 2 }), asks(second).classes.removePlace({ ...firstOf, version: 1 })]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("fifty people a page, by name", async () => {
  const school = await aClass();
  const teacher = asks(school.teacher).classes;
  const text = `name\n${Array.from({ length: 60 }, (_, at) => `Pupil ${String(at).padStart(2, "0")}`).join("\n")}`;
  const { seal } = await teacher.previewRoster({ class: school.id, source: { text } });
  await teacher.applyRoster({ class: school.id, text, seal });
  const first = await teacher.people({ class: school.id });
  const second = await teacher.people({ class: school.id, after: first.next });
  expect([...first.people, ...second.people].map(({ name }) => name)).toEqual(text.split("\n").slice(1));
  expect([first.people.length, second.next]).toEqual([50, null]);
});

test("a code lets in once however often it is pressed, and tells the teacher who came", async () => {
  const school = await aClass();
  const teacher = asks(school.teacher).classes;
  const { code } = await teacher.makeCode({ class: school.id, role: "student", section: "Blue" });
  const reader = await aMember();
  const student = asks(reader).classes;
  const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`;
  expect(await student.lookAtCode({ code: typed })).toMatchObject({ class: { name: "10B, Civics" }, teachers: ["Ms Okafor"], isIn: false, offered: [] });
  expect(await refusal(student.join({ code: typed, name: " " }))).toMatchObject({ field: "name" });
  await Promise.all([student.join({ code: typed, name: "Ada Obi" }), student.join({ code: typed, name: "Ada Obi" })]);
  await student.join({ code: typed, name: "Somebody else" });
  expect(await student.lookAtCode({ code })).toMatchObject({ isIn: true });
  expect((await teacher.people({ class: school.id })).people).toMatchObject([{ name: "Ada Obi", section: "Blue", handle: reader.name, role: "student" }]);
  expect((await teacher.codes({ class: school.id })).codes).toMatchObject([{ code, isGood: true, joined: [{ name: "Ada Obi" }] }]);
  expect((await student.mine({})).learnt).toMatchObject([{ id: school.id }]);
});

test("who was removed is let in by no code, from the list neither, until a teacher brings them back", async () => {
  const school = await aClass();
  const reader = await joins(school, { name: "Ada Obi" });
  const teacher = asks(school.teacher).classes;
  const place = (await teacher.people({ class: school.id })).people[0]?.id ?? "";
  await teacher.removePlace({ class: school.id, place, version: 1 });
  expect(await refusal(asks(reader).classes.page({ class: school.id }))).toEqual(noSuchPage);
  const { code } = await teacher.makeCode({ class: school.id, role: "student" });
  expect(await asks(reader).classes.lookAtCode({ code })).toMatchObject({ isIn: false, isOut: true });
  expect((await refusal(asks(reader).classes.join({ code, name: "Ada Obi" }))).reason).toBe("notAllowed.leftClass");
  await teacher.returnPlace({ class: school.id, place, version: 2 });
  await asks(reader).classes.join({ code });
  expect((await teacher.people({ class: school.id })).people).toMatchObject([{ id: place, name: "Ada Obi" }]);
});

test("a place of the list is taken by who proves its address, and by nobody else", async () => {
  const school = await aClass();
  const teacher = asks(school.teacher).classes;
  const email = `${uniqueName("ada").replaceAll(" ", "")}@example.org`;
  const text = `name,email\nAda Obi,${email}\nBao Trinh,bao-${email}`;
  await teacher.applyRoster({ class: school.id, text, seal: (await teacher.previewRoster({ class: school.id, source: { text } })).seal });
  const { code } = await teacher.makeCode({ class: school.id, role: "student" });
  const ada = asks(await aMember({ email })).classes;
  expect((await ada.lookAtCode({ code })).offered).toMatchObject([{ name: "Ada Obi" }]);
  await ada.join({ code });
  const other = asks(await aMember()).classes;
  expect((await other.lookAtCode({ code })).offered).toEqual([]);
  await other.join({ code, name: "Bao Trinh" });
  const { people } = await teacher.people({ class: school.id });
  expect(people.map(({ name, joinedAt }) => [name, joinedAt !== null])).toEqual(expect.arrayContaining([["Ada Obi", true], ["Bao Trinh", false], ["Bao Trinh", true]]));
});

test("siblings who share an address choose which of them they are", async () => {
  const school = await aClass();
  const teacher = asks(school.teacher).classes;
  const email = `${uniqueName("family").replaceAll(" ", "")}@example.org`;
  const text = `name,email,id\nAda Obi,${email},1\nBen Obi,${email},2`;
  await teacher.applyRoster({ class: school.id, text, seal: (await teacher.previewRoster({ class: school.id, source: { text } })).seal });
  const { code } = await teacher.makeCode({ class: school.id, role: "student" });
  const ask = asks(await aMember({ email })).classes;
  const { offered } = await ask.lookAtCode({ code });
  expect(offered.map(({ name }) => name)).toEqual(["Ada Obi", "Ben Obi"]);
  expect(await refusal(ask.join({ code }))).toMatchObject({ field: "place", reason: "field.required" });
  expect(await refusal(ask.join({ code, place: "none" }))).toMatchObject({ field: "place" });
  await ask.join({ code, place: offered[1]?.id });
  expect((await teacher.people({ class: school.id })).people).toMatchObject([{ name: "Ada Obi", joinedAt: null }, { name: "Ben Obi", joinedAt: expect.any(String) }]);
});

test("a wrong code, one that ran out and one that was revoked get the same answer", async () => {
  const school = await aClass();
  const teacher = asks(school.teacher).classes;
  const { code: old } = await teacher.makeCode({ class: school.id, role: "student" });
  const { code: revoked } = await teacher.makeCode({ class: school.id, role: "student" });
  await teacher.revokeCode({ class: school.id, code: revoked });
  await teacher.revokeCode({ class: school.id, code: revoked });
  const reader = await aMember();
  expect(await refusal(asks(reader).classes.lookAtCode({ code: revoked }))).toEqual(noSuchCode);
  expect(await refusal(asks(reader).classes.lookAtCode({ code: "no code" }))).toEqual(noSuchCode);
  expect(await refusal(asks(reader).classes.join({ code: "22222222", name: "Ada" }))).toEqual(noSuchCode);
  await expect(asks(reader, { now: () => later(TWO_WEEKS - 1) }).classes.lookAtCode({ code: old })).resolves.toHaveProperty("class");
  expect(await refusal(asks(reader, { now: () => later(TWO_WEEKS) }).classes.lookAtCode({ code: old }))).toEqual(noSuchCode);
});

test("ten wrong codes an hour from one address, and not one more; good ones do not count", async () => {
  const school = await aClass();
  const { code } = await asks(school.teacher).classes.makeCode({ class: school.id, role: "student" });
  const ask = asks(await aMember(), { network: uniqueName("network") }).classes;
  for (let good = 0; good < 20; good += 1) await ask.lookAtCode({ code });
  for (let wrong = 0; wrong < JOIN_TRIES_OF_ADDRESS.most; wrong += 1) expect((await refusal(ask.lookAtCode({ code: "22222222" }))).reason).toBe("noSuch.joinCode");
  expect((await refusal(ask.lookAtCode({ code: "22222222" }))).reason).toBe("tooMany");
  expect((await refusal(ask.join({ code, name: "Ada" }))).reason).toBe("tooMany");
});

test("a hundred tries a day with codes of a class that let nobody in, and none of its codes does that day", async () => {
  const school = await aClass();
  const teacher = asks(school.teacher).classes;
  const { code: dead } = await teacher.makeCode({ class: school.id, role: "student" });
  const { code } = await teacher.makeCode({ class: school.id, role: "student" });
  await teacher.revokeCode({ class: school.id, code: dead });
  const reader = await aMember();
  // A try from an address of its own each.
  const tries = (wish: string) => asks(reader).classes.lookAtCode({ code: wish });
  for (let tried = 0; tried < JOIN_TRIES_OF_CLASS.most - 1; tried += 1) expect((await refusal(tries(dead))).reason).toBe("noSuch.joinCode");
  await expect(tries(code)).resolves.toHaveProperty("class");
  expect((await refusal(tries(dead))).reason).toBe("noSuch.joinCode");
  expect((await refusal(tries(code))).reason).toBe("tooMany");
  await expect(asks(reader, { now: () => later(24 * 60 * 60) }).classes.lookAtCode({ code })).resolves.toHaveProperty("class");
});
