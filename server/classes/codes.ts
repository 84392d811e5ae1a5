/** Codes by which people join a class: made, shown, revoked. */
import { and, desc, eq, inArray, isNull, lt, or } from "drizzle-orm";
import { randomInt } from "node:crypto";
import { v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import { enrolment, joinCode, section } from "../../db/schema/classes";
import { member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { isJoinCodeGood, JOIN_CODE_CHANCES, JOIN_CODE_SIGNS, joinCode as codeOf, joinCodeEnds } from "../../domain/classroom/join-code";
import { cursorOf, readCursor } from "../../domain/cursors";
import type { Reader } from "../../domain/permissions";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import { sectionsOf } from "./queries";
import { idOfSection, makeSections, sectionNamed } from "./sections";
import { ledClass } from "./visible";

type Asked = Context & { reader: Reader };

const CODES_A_PAGE = 20;
/** Of all codes of a page, those who joined last: the list of people has the others. */
const JOINED_SHOWN = 100;

/** Whom a code makes: who teaches is chosen by name, among those who are there. */
export const codeRoles = ["student", "assistant"] as const;
export type CodeRole = (typeof codeRoles)[number];

/** The newest first, each with who joined by it. @throws Refusal noSuch.page, notAllowed.teacherOnly, classClosed */
export async function codesOf(ctx: Asked, input: { class: string; after: string | null }) {
  const led = await ledClass(ctx, input.class);
  const last = readCursor(input.after ?? "");
  const at = last && new Date(last.at);
  const now = ctx.now();
  const [rows, sections] = await Promise.all([
    ctx.db
      .select({ code: joinCode.code, role: joinCode.role, section: section.name, by: member.name, createdAt: joinCode.createdAt, expiresAt: joinCode.expiresAt, revokedAt: joinCode.revokedAt })
      .from(joinCode)
      .innerJoin(member, eq(member.id, joinCode.createdBy))
      .leftJoin(section, eq(section.id, joinCode.sectionId))
      .where(and(eq(joinCode.classId, led.id), last && at ? or(lt(joinCode.createdAt, at), and(eq(joinCode.createdAt, at), lt(joinCode.code, last.id))) : undefined))
      .orderBy(desc(joinCode.createdAt), desc(joinCode.code))
      .limit(CODES_A_PAGE + 1),
    sectionsOf(ctx, led.id),
  ]);
  const page = rows.slice(0, CODES_A_PAGE);
  const joined = page.length === 0 ? [] : await joinedWith(ctx, led.id, page.map(({ code }) => code));
  const end = rows.length > CODES_A_PAGE ? page.at(-1) : undefined;
  return {
    class: { id: led.id, name: led.name, timeZone: led.timeZone },
    sections,
    codes: page.map(({ createdAt, expiresAt, revokedAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      isRevoked: revokedAt !== null,
      isGood: isJoinCodeGood({ expiresAt, revokedAt }, now),
      joined: joined.flatMap(({ with: code, at: when, ...one }) => (code === row.code ? [{ ...one, at: when?.toISOString() ?? "" }] : [])),
    })),
    next: end ? cursorOf({ at: end.createdAt.getTime(), id: end.code }) : null,
  };
}

export type CodesView = Awaited<ReturnType<typeof codesOf>>;

function joinedWith({ db }: Asked, classId: string, codes: string[]) {
  return db
    .select({ id: enrolment.id, name: enrolment.name, with: enrolment.joinedWith, at: enrolment.joinedAt })
    .from(enrolment)
    .where(and(eq(enrolment.classId, classId), inArray(enrolment.joinedWith, codes)))
    .orderBy(desc(enrolment.joinedAt), desc(enrolment.id))
    .limit(JOINED_SHOWN);
}

/** A new code, good for 14 days. @throws Refusal noSuch.page, notAllowed.teacherOnly, classClosed, field section */
export async function makeCode(ctx: Asked, input: { class: string; role: CodeRole; section: string }): Promise<{ code: string }> {
  const led = await ledClass(ctx, input.class);
  const name = sectionNamed(input.section);
  const now = ctx.now();
  const code = codeOf(Array.from({ length: JOIN_CODE_CHANCES }, () => randomInt(JOIN_CODE_SIGNS)));
  await writeTogether(
    (w) => [
      ...(name === null ? [] : makeSections(w, led.id, [name])),
      must(w.insert(joinCode).values({ code, classId: led.id, sectionId: idOfSection(led.id, name), role: input.role, createdBy: ctx.reader.id, createdAt: now, expiresAt: joinCodeEnds(now) }), "code"),
    ],
    [{ id: newId(), kind: "code.made", subjectId: led.id, actorId: ctx.reader.id, at: now }],
  );
  return { code };
}

/** It lets nobody in any more; who joined by it stays. Twice is once. @throws Refusal noSuch.page, notAllowed.teacherOnly, classClosed */
export async function revokeCode(ctx: Asked, input: { class: string; code: string }): Promise<void> {
  const led = await ledClass(ctx, input.class);
  const [found] = await ctx.db.select({ revokedAt: joinCode.revokedAt }).from(joinCode).where(and(eq(joinCode.classId, led.id), eq(joinCode.code, input.code)));
  if (!found) throw noSuch("page");
  if (found.revokedAt) return;
  const now = ctx.now();
  try {
    await writeTogether(
      (w) => [must(w.update(joinCode).set({ revokedAt: now }).where(and(eq(joinCode.code, input.code), isNull(joinCode.revokedAt))), "code")],
      [{ id: newId(), kind: "code.revoked", subjectId: led.id, actorId: ctx.reader.id, at: now }],
    );
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
  }
}
