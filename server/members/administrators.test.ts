/** The last administrator stays, however many leave at once. */
import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "../../db/client";
import { member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import { PASSWORD } from "../testing/doors";
import { aMember, asks, NOON, refusal } from "../testing/world";

const rowOf = async (id: string) => (await database().select().from(member).where(eq(member.id, id)))[0];

async function onlyThese(many: number): Promise<Reader[]> {
  await writeTogether((w) => [w.update(member).set({ role: "member" }).where(eq(member.role, "administrator"))]);
  return Promise.all(Array.from({ length: many }, () => aMember({ role: "administrator", password: PASSWORD })));
}
const leave = (who: Reader) => asks(who).members.deleteAccount({ current: PASSWORD, comments: "keep" });

test("the last one cannot go, and is told before trying", async () => {
  const [only] = await onlyThese(1);
  if (!only) throw new Error("no administrator");
  expect(await asks(only).members.whatGoes()).toMatchObject({ last: true });
  expect((await refusal(leave(only))).reason).toBe("notAllowed.lastAdministrator");
  await aMember({ role: "administrator" });
  await leave(only);
  expect(await rowOf(only.id)).toMatchObject({ role: "member", deletedAt: NOON });
});

test("of three who leave at once one stays", async () => {
  const three = await onlyThese(3);
  const outcomes = await Promise.allSettled(three.map(leave));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  expect(await database().select({ id: member.id }).from(member).where(and(eq(member.role, "administrator"), isNull(member.deletedAt)))).toHaveLength(1);
});

test("one who is suspended does not count as one who remains", async () => {
  const [one, two] = await onlyThese(2);
  if (!one || !two) throw new Error("no administrators");
  await writeTogether((w) => [w.update(member).set({ suspendedAt: NOON }).where(eq(member.id, two.id))]);
  expect((await refusal(leave(one))).reason).toBe("notAllowed.lastAdministrator");
});
