/** What a class is called, and in which language and by which clocks it goes: looked at and changed by its teacher. */
import { and, eq, isNull } from "drizzle-orm";
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
  const { id, name, term, language, timeZone, externalId, version } = await ledClass(ctx, input.class);
  const facts: ClassFacts = { name, term: term ?? "", language: language === "zh" ? "zh" : "en", timeZone };
  return { class: { id, name }, facts, externalId, version };
}

export type ClassFactsView = Awaited<ReturnType<typeof factsOf>>;

/** `version`: of the class as the teacher saw it. Work that is made already keeps the clocks it was made by. @throws Refusal noSuch.page, notAllowed, badField name, term, timeZone; conflict.changed */
export async function changeFacts(ctx: Asked, { class: id, version, ...wish }: ClassFacts & { class: string; version: number }): Promise<void> {
  const led = await ledClass(ctx, id);
  if (!timeZones().includes(wish.timeZone)) throw badField("timeZone", { fault: "notATimeZone" });
  const set = { ...checkedFacts(wish), language: wish.language, timeZone: wish.timeZone, version: version + 1 };
  try {
    await writeTogether(
      (w) => [must(w.update(schoolClass).set(set).where(and(eq(schoolClass.id, led.id), eq(schoolClass.version, version), isNull(schoolClass.closedAt))), "class")],
      [{ id: newId(), kind: "class.changed", subjectId: led.id, actorId: ctx.reader.id, at: ctx.now() }],
    );
  } catch (error) {
    throw error instanceof Overtaken ? changedMeanwhile() : error;
  }
}
