/** Nothing of a class is told to who is not of it, nor what a gate hides to who stands before it: every procedure is asked, with the ids that name it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "../db/client";
import { outbox } from "../db/schema/events";
import type { Reader } from "../domain/permissions";
import { settings } from "./settings";
import { BEHIND, CANARY, planted, type Planted } from "./testing/canaries";
import { aClass } from "./testing/classroom";
import { answerOf, everyProcedure } from "./testing/every-procedure";
import { aMember, asks, later } from "./testing/world";

const usual = { ...settings().rates };
beforeAll(() => void Object.assign(settings().rates, { commentEvery: 0, newMemberCommentEvery: 0 }));
afterAll(() => void Object.assign(settings().rates, usual));

/** What an administrator does to members is theirs to do; what they are told is asked like everybody else's. */
const asked = (who: Reader | null): string[] => everyProcedure(who?.role === "administrator" ? ["query"] : ["query", "mutation"]);

async function told(who: Reader | null, { known, ids }: Planted): Promise<{ path: string; answer: string }[]> {
  const answers: { path: string; answer: string }[] = [];
  for (const path of asked(who)) for (const usualId of ids) answers.push({ path, answer: await answerOf(path, who, { known, usual: usualId }, later(5)) });
  return answers;
}

test("no procedure tells an outsider anything of a class, whatever their role", { timeout: 600_000 }, async () => {
  const plant = await planted();
  const other = await aClass({ students: 1 });
  const outsiders = [null, await aMember(), await aMember({ role: "moderator" }), await aMember({ role: "editor" }), await aMember({ role: "administrator" }), other.teacher, other.students[0]?.reader ?? null];
  for (const who of outsiders) expect((await told(who, plant)).filter(({ answer }) => answer.includes(CANARY))).toEqual([]);
  const mails = await database().select({ content: outbox.content }).from(outbox);
  expect(JSON.stringify(mails)).not.toContain(CANARY);
  const inside = await asks(plant.room.teacher, { now: () => later(9) }).assignments.view({ assignment: plant.work.id });
  expect(inside.view.head.comments).toBe(4);
  expect(JSON.stringify(inside)).toContain(`${BEHIND} reply`);
});

test("no procedure tells a student what the gate hides, not even to answer or report it", { timeout: 600_000 }, async () => {
  const plant = await planted();
  const answers = await told(plant.gated, plant);
  expect(answers.filter(({ answer }) => answer.includes(BEHIND))).toEqual([]);
  expect(answers.some(({ answer }) => answer.includes(`${CANARY} prompt`))).toBe(true);
});
