/**
 * Sign-in cards for pupils of a class list who have no address: an account is made for the place, and a card opens it. A teacher opens no account
 * that was not made for a place of their own class, nor one whose holder has another way in.
 */
import { and, asc, eq, gt, inArray, isNotNull, isNull, like, ne, notExists, or, sql, type SQL } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Db, Writer } from "../../db/client";
import { isDuplicate, Overtaken } from "../../db/faults";
import { enrolment, schoolClass, section } from "../../db/schema/classes";
import { identity, member, oneTimeLink } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { ACCOUNTS_MADE, beginningOfHandles, cardHandles, MOST_CARDS } from "../../domain/classroom/card-handles";
import { skeletonOf } from "../../domain/names";
import type { Reader } from "../../domain/permissions";
import { stretchOf } from "../../domain/rates";
import type { Language } from "../../domain/reading";
import { addressOf, newLink } from "../members/links";
import { newMember } from "../members/new-member";
import { countOne } from "../rate";
import { changedMeanwhile, noSuch, notAllowed, Refusal, tooMany } from "../refusals";
import type { Context } from "../trpc";
import { keepLook } from "./looked";
import { placeOf } from "./people";
import { sectionsOf } from "./queries";
import { ledClass, type VisibleClass } from "./visible";

type Asked = Context & { reader: Reader };

const PUPILS_A_PAGE = 50;

/** Places without an account and without an address; and accounts made for them, while a card is the only way in. */
function needsCard(db: Db, classId: string): SQL | undefined {
  const elsewhere = db.select({ id: identity.id }).from(identity).where(eq(identity.memberId, enrolment.memberId));
  return and(
    ...[eq(enrolment.classId, classId), eq(enrolment.role, "student"), isNull(enrolment.leftAt)],
    or(
      and(isNull(enrolment.memberId), isNull(enrolment.email)),
      and(eq(enrolment.accountMade, true), isNotNull(member.id), isNull(member.confirmedEmail), isNull(member.suspendedAt), isNull(member.deletedAt), eq(member.role, "member"), notExists(elsewhere)),
    ),
  );
}

function pupils(db: Db, where: SQL | undefined, most: number) {
  return db
    .select({ id: enrolment.id, name: enrolment.name, section: section.name, memberId: enrolment.memberId, version: enrolment.version, createdAt: enrolment.createdAt, handle: member.name })
    .from(enrolment)
    .leftJoin(member, eq(member.id, enrolment.memberId))
    .leftJoin(section, eq(section.id, enrolment.sectionId))
    .where(where)
    .orderBy(asc(enrolment.name), asc(enrolment.id))
    .limit(most);
}

type Pupil = Awaited<ReturnType<typeof pupils>>[number];

function inSection(id: string | null): SQL | undefined {
  return id === null ? undefined : eq(enrolment.sectionId, id);
}

/** By name. `section`: the id of one; `after`: the place at which the page before ended. @throws Refusal noSuch.page, notAllowed.teacherOnly, classClosed */
export async function cardsOf(ctx: Asked, input: { class: string; section: string | null; after: string | null }) {
  const led = await ledClass(ctx, input.class);
  const last = input.after === null ? null : await placeOf(ctx, led.id, input.after);
  const further = last ? or(gt(enrolment.name, last.name), and(eq(enrolment.name, last.name), gt(enrolment.id, last.id))) : undefined;
  const [rows, sections] = await Promise.all([pupils(ctx.db, and(needsCard(ctx.db, led.id), inSection(input.section), further), PUPILS_A_PAGE + 1), sectionsOf(ctx, led.id)]);
  const page = rows.slice(0, PUPILS_A_PAGE);
  return {
    class: { id: led.id, name: led.name },
    sections,
    pupils: page.map(({ id, name, section: of, handle }) => ({ id, name, section: of, handle })),
    next: rows.length > PUPILS_A_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

export type CardsView = Awaited<ReturnType<typeof cardsOf>>;

/** `chosen`: the ids of places; null: all who need one, or those of a section. */
export type CardsWish = { class: string; section: string | null; chosen: string[] | null };

/** A pupil, or an account of one, that is chosen at the same moment by another teacher, or whose name somebody else takes. */
const MOST_ATTEMPTS = 5;

/**
 * Makes the cards, told this once; those made before end. Who has no account gets one. Logged, without what is on them.
 * @throws Refusal noSuch.page, notAllowed.teacherOnly, classClosed, noCard; field places; tooMany
 */
export async function makeCards(ctx: Asked, wish: CardsWish) {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const led = await ledClass(ctx, wish.class);
    const chosen = await chosenOf(ctx, led.id, wish);
    const made = await planned(ctx, led, chosen);
    try {
      await writeTogether(made.writes, made.events);
      return { class: { id: led.id, name: led.name, language: languageOf(led), timeZone: led.timeZone }, cards: made.cards, expiresAt: made.expiresAt };
    } catch (error) {
      if (error instanceof Overtaken && error.what === "rate") throw tooMany(stretchOf(ctx.now(), ACCOUNTS_MADE).secondsLeft);
      if (!(error instanceof Overtaken) && !isDuplicate(error)) throw error;
    }
  }
  throw changedMeanwhile();
}

export type CardsMade = Awaited<ReturnType<typeof makeCards>>;

function languageOf({ language }: Pick<VisibleClass, "language">): Language {
  return language === "zh" ? "zh" : "en";
}

async function chosenOf({ db }: Asked, classId: string, { section: of, chosen }: CardsWish): Promise<Pupil[]> {
  const ids = chosen === null ? null : [...new Set(chosen)];
  if (ids?.length === 0) throw new Refusal("BAD_REQUEST", "field.chooseSomebody", { field: "places" });
  const found = await pupils(db, and(needsCard(db, classId), ids === null ? inSection(of) : inArray(enrolment.id, ids)), MOST_CARDS + 1);
  if (ids !== null && found.length < ids.length) {
    const there = await db.select({ id: enrolment.id }).from(enrolment).where(and(eq(enrolment.classId, classId), inArray(enrolment.id, ids)));
    throw there.length < ids.length ? noSuch("page") : notAllowed("noCard");
  }
  if (found.length === 0) throw notAllowed("noCard");
  if (found.length > MOST_CARDS) throw new Refusal("BAD_REQUEST", "field.tooManyChosen", { field: "places", values: { most: MOST_CARDS } });
  return found;
}

/** Skeletons of handles that the pupils' could look like, and of what staff are called. */
async function takenBy(db: Db, names: readonly string[]): Promise<Set<string>> {
  const beginnings = [...new Set(names.map(beginningOfHandles))].map((begins) => like(member.nameSkeleton, `${begins.replace(/[\\%_]/g, "")}%`));
  const [handles, staff] = await Promise.all([
    db.select({ skeleton: member.nameSkeleton }).from(member).where(or(...beginnings)),
    db.select({ displayName: member.displayName }).from(member).where(and(ne(member.role, "member"), isNotNull(member.displayName))),
  ]);
  return new Set([...handles.map(({ skeleton }) => skeleton), ...staff.flatMap(({ displayName }) => (displayName === null ? [] : [skeletonOf(displayName)]))]);
}

async function planned(ctx: Asked, led: VisibleClass, chosen: readonly Pupil[]) {
  const now = ctx.now();
  const fresh = chosen.filter(({ memberId }) => memberId === null);
  const handles = fresh.length === 0 ? [] : cardHandles(fresh.map(({ name }) => name), await takenBy(ctx.db, fresh.map(({ name }) => name)));
  const accounts = new Map(fresh.map(({ id }, at) => [id, newMember({ name: handles[at] ?? "", email: null, confirmed: false, passwordHash: null, role: "member", language: led.language, now })]));
  const cards = chosen.map((pupil) => {
    const account = accounts.get(pupil.id);
    const memberId = account?.id ?? pupil.memberId ?? "";
    return { pupil, memberId, handle: account?.row.name ?? pupil.handle ?? "", link: newLink({ purpose: "card", memberId, email: null, next: `/classes/${led.id}` }, now) };
  });
  const known = chosen.flatMap(({ memberId }) => memberId ?? []);
  const [only] = chosen.length === 1 ? chosen : [];
  const writes = (w: Writer): Write[] => [
    must(w.update(schoolClass).set({ version: sql`${schoolClass.version} + 1` }).where(and(eq(schoolClass.id, led.id), isNull(schoolClass.closedAt))), "class"),
    ...(fresh.length === 0 ? [] : [countOne(w, { what: "accounts-made", whom: ctx.reader.id }, ACCOUNTS_MADE, now, fresh.length), w.insert(member).values([...accounts.values()].map(({ row }) => row)), takenUp(w, led.id, fresh, accounts, now)]),
    ...(known.length === 0 ? [] : [w.delete(oneTimeLink).where(and(inArray(oneTimeLink.memberId, known), eq(oneTimeLink.purpose, "card")))]),
    w.insert(oneTimeLink).values(cards.map(({ link }) => link.row)),
    keepLook(w, { classId: led.id, memberId: ctx.reader.id, what: "cards.made", ...(only && { subjectId: only.id }), at: now }),
  ];
  const events = cards.map(({ memberId }) => ({ id: newId(), kind: "member.card-made" as const, subjectId: memberId, actorId: ctx.reader.id, at: now }));
  return {
    writes,
    events: [...[...accounts.values()].map(({ joined }) => ({ ...joined, actorId: ctx.reader.id })), ...events],
    cards: cards.map(({ pupil: { id, name, section: of }, handle, link }) => ({ id, name, section: of, handle, link: addressOf(languageOf(led), `/sign-in/card/${link.token}`) })),
    expiresAt: cards[0]?.link.expiresAt.toISOString() ?? now.toISOString(),
  };
}

/** As inserts that find their rows there, one statement for all: places that nobody has taken meanwhile. */
function takenUp(w: Writer, classId: string, fresh: readonly Pupil[], accounts: ReadonlyMap<string, { id: string }>, now: Date): Write {
  const rows = fresh.map(({ id, name, createdAt }) => ({ id, classId, name, role: "student" as const, createdAt, memberId: accounts.get(id)?.id ?? null, accountMade: true, joinedAt: now }));
  const set = { memberId: sql.raw("excluded.member_id"), accountMade: true, joinedAt: now, version: sql`${enrolment.version} + 1` };
  return must(w.insert(enrolment).values(rows).onConflictDoUpdate({ target: enrolment.id, set, setWhere: and(eq(enrolment.classId, classId), isNull(enrolment.memberId), isNull(enrolment.email), isNull(enrolment.leftAt)) }), "places", rows.length);
}
