/** Joining a class by a code. A code that is wrong, has expired or was revoked gets one answer. */
import { and, eq, isNull, sql } from "drizzle-orm";
import { v4 as randomId, v7 as newId } from "uuid";
import { isDuplicate, Overtaken } from "../../db/faults";
import { enrolment, joinCode, schoolClass } from "../../db/schema/classes";
import { member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import type { Writer } from "../../db/client";
import { isJoinCodeGood, JOIN_TRIES_OF_ADDRESS, JOIN_TRIES_OF_CLASS, parseJoinCode } from "../../domain/classroom/join-code";
import type { Reader } from "../../domain/permissions";
import { stretchOf } from "../../domain/rates";
import { giveBack, spend, spent } from "../rate";
import { badField, changedMeanwhile, notAllowed, Refusal, tooMany } from "../refusals";
import type { Context } from "../trpc";
import { checkedPlaceName } from "./make";

type Asked = Context & { reader: Reader };

function noSuchCode(): Refusal {
  return new Refusal("NOT_FOUND", "noSuch.joinCode", { field: "code" });
}

/**
 * The class a code lets in to. Every try counts for the address, before anything is looked at; one with a good code is given back, for a whole
 * class sits behind one address. Codes of a class that no longer let in count for the class; past its most none of its codes does, that day.
 * @throws Refusal noSuch.joinCode, tooMany
 */
async function codeInHand(ctx: Asked, typed: string) {
  const now = ctx.now();
  const address = { what: "join", whom: ctx.network };
  await spend(address, JOIN_TRIES_OF_ADDRESS, now);
  const code = parseJoinCode(typed);
  const [found] = code === null ? [] : await ctx.db.select({ code: joinCode, class: schoolClass }).from(joinCode).innerJoin(schoolClass, eq(schoolClass.id, joinCode.classId)).where(eq(joinCode.code, code));
  if (!found) throw noSuchCode();
  const ofClass = { what: "join-class", whom: found.class.id };
  if (!isJoinCodeGood(found.code, now) || found.class.closedAt !== null || found.class.endedAt !== null) {
    await spend(ofClass, JOIN_TRIES_OF_CLASS, now);
    throw noSuchCode();
  }
  if ((await spent(ctx.db, ofClass, JOIN_TRIES_OF_CLASS, now)) >= JOIN_TRIES_OF_CLASS.most) throw tooMany(stretchOf(now, JOIN_TRIES_OF_CLASS).secondsLeft);
  await giveBack(address, JOIN_TRIES_OF_ADDRESS, now);
  return found;
}

/** What the page of a code says: the class, its teacher, and which places of the list are the reader's by their proved address. */
export async function lookAtCode(ctx: Asked, input: { code: string }) {
  const { code, class: of } = await codeInHand(ctx, input.code);
  const [teachers, own, listed] = await Promise.all([
    ctx.db.select({ name: enrolment.name }).from(enrolment).where(and(eq(enrolment.classId, of.id), eq(enrolment.role, "teacher"), isNull(enrolment.leftAt))).orderBy(enrolment.joinedAt, enrolment.id).limit(TEACHERS_NAMED),
    ownPlace(ctx, of.id),
    code.role === "student" ? placesOffered(ctx, of.id) : [],
  ]);
  return { code: code.code, role: code.role, class: { id: of.id, name: of.name, term: of.term }, teachers: teachers.map(({ name }) => name), isIn: own !== null && own.leftAt === null, isOut: isOut(own, listed), offered: stillThere(listed).map(({ id, name }) => ({ id, name })) };
}

export type CodeView = Awaited<ReturnType<typeof lookAtCode>>;

/** As many as stand in a sentence. */
const TEACHERS_NAMED = 5;
/** Siblings who share an address. */
const PLACES_OFFERED = 10;

async function ownPlace({ db, reader }: Asked, classId: string) {
  const [found] = await db.select().from(enrolment).where(and(eq(enrolment.classId, classId), eq(enrolment.memberId, reader.id)));
  return found ?? null;
}

/** Places of students that nobody has taken and that carry the reader's proved address. */
async function placesOffered({ db, reader }: Asked, classId: string) {
  const [own] = await db.select({ email: member.confirmedEmail }).from(member).where(eq(member.id, reader.id));
  if (!own?.email) return [];
  return db
    .select()
    .from(enrolment)
    .where(and(eq(enrolment.email, own.email), eq(enrolment.classId, classId), isNull(enrolment.memberId), eq(enrolment.role, "student")))
    .orderBy(enrolment.name, enrolment.id)
    .limit(PLACES_OFFERED);
}

/** Two tabs, or a roster that is applied at the same moment: decided afresh. */
const MOST_ATTEMPTS = 5;

/**
 * Joins, once however often it is pressed: the only place of the list with the reader's proved address, or the one of these they chose, or a new one
 * under `name`. Who was removed is let in again by a teacher, not by a code. @throws Refusal noSuch.joinCode, tooMany, notAllowed.leftClass, field name or place
 */
export async function joinClass(ctx: Asked, input: { code: string; name: string; place: string | null }): Promise<{ class: string }> {
  const { code, class: of } = await codeInHand(ctx, input.code);
  const now = ctx.now();
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const own = await ownPlace(ctx, of.id);
    if (own && own.leftAt === null) return { class: of.id };
    const listed = code.role === "student" ? await placesOffered(ctx, of.id) : [];
    if (isOut(own, listed)) throw notAllowed("leftClass");
    const place = chosen(stillThere(listed), input.place);
    const joined = { joinedAt: now, joinedWith: code.code };
    const name = place ? null : checkedPlaceName("name", input.name);
    const inSection = code.sectionId === null ? {} : { sectionId: code.sectionId };
    const write = (w: Writer): Write =>
      place
        ? must(w.update(enrolment).set({ memberId: ctx.reader.id, ...joined, role: code.role, ...inSection, version: place.version + 1 }).where(and(eq(enrolment.id, place.id), eq(enrolment.version, place.version))), "place")
        : must(w.insert(enrolment).values({ id: randomId(), classId: of.id, memberId: ctx.reader.id, role: code.role, name: name ?? "", createdAt: now, ...joined, ...inSection }), "place");
    try {
      await writeTogether(
        (w) => [
          // Counted, not compared: thirty who join at once must not wait for one another. What compares it, as a roster, sees that somebody came.
          must(w.update(schoolClass).set({ version: sql`${schoolClass.version} + 1` }).where(and(eq(schoolClass.id, of.id), isNull(schoolClass.closedAt))), "class"),
          must(w.update(joinCode).set({ role: code.role }).where(and(eq(joinCode.code, code.code), isNull(joinCode.revokedAt))), "code"),
          write(w),
        ],
        [{ id: newId(), kind: "class.joined", subjectId: of.id, actorId: ctx.reader.id, at: now }],
      );
      return { class: of.id };
    } catch (error) {
      if (error instanceof Overtaken && error.what !== "place") throw noSuchCode();
      if (!(error instanceof Overtaken) && !isDuplicate(error)) throw error;
    }
  }
  throw changedMeanwhile();
}

/** Whoever was removed, also from the list before they took their place. */
function isOut(own: { leftAt: Date | null } | null, listed: Offered): boolean {
  return own === null ? listed.length > 0 && stillThere(listed).length === 0 : own.leftAt !== null;
}

function stillThere(listed: Offered): Offered {
  return listed.filter(({ leftAt }) => leftAt === null);
}

type Offered = Awaited<ReturnType<typeof placesOffered>>;

function chosen(offered: Offered, wish: string | null): Offered[number] | null {
  if (offered.length <= 1) return offered[0] ?? null;
  const found = offered.find(({ id }) => id === wish);
  if (!found) throw badField("place", { fault: "required" });
  return found;
}
