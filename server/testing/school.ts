/** What tests of classes arrange: a class with its teacher, and people who join it. */
import type { Reader } from "../../domain/permissions";
import { asks, aMember, uniqueName } from "./world";

export type School = { id: string; teacher: Reader };

export const classWish = { name: "10B, Civics", term: "Spring 2026", teacher: "Ms Okafor", language: "en" as const, timeZone: "Europe/Berlin", endsWith: "pseudonyms" as const, retainUntil: "2027-05-08" };

export async function aClass(wish: Partial<typeof classWish> = {}): Promise<School> {
  const teacher = await aMember({ name: uniqueName("teacher") });
  const { id } = await asks(teacher).classes.make({ ...classWish, ...wish });
  return { id, teacher };
}

/** Somebody new who joins by a code of their own. */
export async function joins(school: School, { role = "student", name = uniqueName("pupil"), section = "" }: { role?: "student" | "assistant"; name?: string; section?: string } = {}): Promise<Reader> {
  const { code } = await asks(school.teacher).classes.makeCode({ class: school.id, role, section });
  const reader = await aMember();
  await asks(reader).classes.join({ code, name });
  return reader;
}
