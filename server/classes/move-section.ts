/** Several of a class go to another section at once: a section is a way to look, so nothing else moves. */
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import { enrolment, schoolClass } from "../../db/schema/classes";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import type { Reader } from "../../domain/permissions";
import { changedMeanwhile, noSuch, Refusal } from "../refusals";
import type { Context } from "../trpc";
import { PEOPLE_A_PAGE } from "./people";
import { idOfSection, makeSections, sectionNamed } from "./sections";
import { ledClass } from "./visible";

/** `section`: its name, a new one makes it; empty: none. @throws Refusal noSuch.page, notAllowed; field places or section; conflict.changed */
export async function moveToSection(ctx: Context & { reader: Reader }, input: { class: string; places: string[]; section: string }): Promise<void> {
  const led = await ledClass(ctx, input.class);
  const [ids, name] = [[...new Set(input.places)], sectionNamed(input.section)];
  if (ids.length === 0) throw new Refusal("BAD_REQUEST", "field.chooseSomebody", { field: "places" });
  if (ids.length > PEOPLE_A_PAGE) throw new Refusal("BAD_REQUEST", "field.tooManyChosen", { field: "places", values: { most: PEOPLE_A_PAGE } });
  const theirs = and(eq(enrolment.classId, led.id), isNull(enrolment.leftAt), inArray(enrolment.id, ids));
  const there = await ctx.db.select({ id: enrolment.id }).from(enrolment).where(theirs);
  if (there.length < ids.length) throw noSuch("page");
  try {
    await writeTogether(
      (w) => [
        must(w.update(schoolClass).set({ version: sql`${schoolClass.version} + 1` }).where(and(eq(schoolClass.id, led.id), isNull(schoolClass.closedAt))), "class"),
        ...(name === null ? [] : makeSections(w, led.id, [name])),
        must(w.update(enrolment).set({ sectionId: idOfSection(led.id, name), version: sql`${enrolment.version} + 1` }).where(theirs), "places", ids.length),
      ],
      ids.map((id) => ({ id: newId(), kind: "enrolment.changed" as const, subjectId: id, actorId: ctx.reader.id, at: ctx.now() })),
    );
  } catch (error) {
    throw error instanceof Overtaken ? changedMeanwhile() : error;
  }
}
