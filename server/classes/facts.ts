/** What a class is called, and in which language and by which clocks it goes: looked at and changed by its teacher. */
import { createHash } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import { schoolClass } from "../../db/schema/classes";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { timeZones } from "../../domain/opening";
import type { Reader } from "../../domain/permissions";
import type { Language } from "../../domain/reading";
import { badField, changedMeanwhile } from "../refusals";
import type { Context } from "../trpc";
import { checkedFacts } from "./make";
import { ledClass } from "./visible";

type Asked = Context & { reader: Reader };

export type ClassFacts = { name: string; term: string; language: Language; timeZone: string };

/** @throws Refusal noSuch.page, notAllowed.teacherOnly, classClosed */
export async function factsOf(ctx: Asked, input: { class: string }) {
  const { id, name, term, language, timeZone, externalId } = await ledClass(ctx, input.class);
  const facts: ClassFacts = { name, term: term ?? "", language: language === "zh" ? "zh" : "en", timeZone };
  return { class: { id, name }, facts, externalId, seen: sealOf({ name, term, language, timeZone }) };
}

/** What stands for the facts that a teacher saw. The class's version counts whoever joins as well, which changes nothing of these. */
function sealOf({ name, term, language, timeZone }: Pick<typeof schoolClass.$inferSelect, "name" | "term" | "language" | "timeZone">): string {
  return createHash("sha256").update(JSON.stringify([name, term, language, timeZone])).digest("base64url");
}

export type ClassFactsView = Awaited<ReturnType<typeof factsOf>>;

/** `seen`: the facts as the teacher saw them. Work that is made already keeps the clocks it was made by. @throws Refusal noSuch.page, notAllowed, badField name, term, timeZone; conflict.changed */
export async function changeFacts(ctx: Asked, { class: id, seen, ...wish }: ClassFacts & { class: string; seen: string }): Promise<void> {
  const led = await ledClass(ctx, id);
  if (!timeZones().includes(wish.timeZone)) throw badField("timeZone", { fault: "notATimeZone" });
  const set = { ...checkedFacts(wish), language: wish.language, timeZone: wish.timeZone, version: sql`${schoolClass.version} + 1` };
  if (sealOf(led) !== seen) throw changedMeanwhile();
  const asSeen = and(eq(schoolClass.name, led.name), led.term === null ? isNull(schoolClass.term) : eq(schoolClass.term, led.term), eq(schoolClass.language, led.language), eq(schoolClass.timeZone, led.timeZone));
  try {
    await writeTogether(
      (w) => [must(w.update(schoolClass).set(set).where(and(eq(schoolClass.id, led.id), asSeen, isNull(schoolClass.closedAt))), "class")],
      [{ id: newId(), kind: "class.changed", subjectId: led.id, actorId: ctx.reader.id, at: ctx.now() }],
    );
  } catch (error) {
    throw error instanceof Overtaken ? changedMeanwhile() : error;
  }
}
