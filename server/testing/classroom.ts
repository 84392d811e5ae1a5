/** A class for tests: who teaches it, who learns in it, and the work it is set. */
import { v4 as randomId } from "uuid";
import { assignment, groupMember, prompt } from "../../db/schema/assignments";
import { enrolment, schoolClass } from "../../db/schema/classes";
import { writeTogether } from "../../db/write-together";
import { type ClassRole, type GateRule, NOTHING_REQUIRED, type Requirement } from "../../domain/classroom/terms";
import type { Reader } from "../../domain/permissions";
import { openGroups } from "../assignments/groups";
import { setWork } from "../assignments/set";
import { aMember, anArticle, contextOf, NOON } from "./world";

export type Classroom = { id: string; teacher: Reader; students: { reader: Reader; enrolment: string }[] };

export async function enrolled(classId: string, reader: Reader, role: ClassRole, name = `${reader.name} of the list`): Promise<string> {
  const id = randomId();
  await writeTogether((w) => [w.insert(enrolment).values({ id, classId, memberId: reader.id, role, name, createdAt: NOON, joinedAt: NOON })]);
  return id;
}

export async function aClass({ students = 3 } = {}): Promise<Classroom> {
  const [id, teacher] = [randomId(), await aMember()];
  await writeTogether((w) => [w.insert(schoolClass).values({ id, name: "10B, Civics", timeZone: "Europe/Berlin", createdBy: teacher.id, createdAt: NOON, retainUntil: new Date("2027-08-01T00:00:00Z") })]);
  await enrolled(id, teacher, "teacher");
  const learning: Classroom["students"] = [];
  for (let made = 0; made < students; made += 1) {
    const reader = await aMember();
    learning.push({ reader, enrolment: await enrolled(id, reader, "student") });
  }
  return { id, teacher, students: learning };
}

type Wished = { gate?: GateRule; pseudonyms?: boolean; prompts?: string[]; required?: Partial<Requirement>; groups?: number[]; article?: Awaited<ReturnType<typeof anArticle>>; opensAt?: Date; cutOffAt?: Date; commentsDueAt?: Date; follows?: boolean };

/** `groups`: for each student, by place, the number of their group; absent: all are in one. */
export async function anAssignment(room: Classroom, { gate = { kind: "none" }, pseudonyms = false, prompts = [], required = {}, groups, article, opensAt, cutOffAt, commentsDueAt, follows = false }: Wished = {}) {
  const [id, about] = [randomId(), article ?? (await anArticle())];
  const ids = Array.from({ length: Math.max(1, ...(groups ?? [1])) }, () => randomId());
  await writeTogether((w) => [
    w.insert(assignment).values({ id, classId: room.id, articleId: about.id, revision: 1, title: "Which of the three?", timeZone: "Europe/Berlin", required: { ...NOTHING_REQUIRED, ...required }, gate, hasPseudonyms: pseudonyms, hasGroups: ids.length > 1, opensAt, cutOffAt, commentsDueAt, followsNewest: follows, createdBy: room.teacher.id, createdAt: NOON }),
    ...openGroups(w, { assignmentId: id, articleId: about.id, timeZone: "Europe/Berlin", ids }),
    ...(groups ?? []).flatMap((number, place) => [w.insert(groupMember).values({ assignmentId: id, enrolmentId: room.students[place]?.enrolment ?? "", groupId: ids[number - 1] ?? "" })]),
    ...prompts.map((text) => w.insert(prompt).values({ id: randomId(), assignmentId: id, block: 1, text, createdAt: NOON })),
  ]);
  await setWork({ ...contextOf(room.teacher), reader: room.teacher }, { assignment: id });
  return { id, article: about, groups: ids };
}
