/** Accounts that cards made for the pupils of a class: they go with it, unless somebody made one their own or used it elsewhere. */
import { and, asc, count, eq, isNull, ne, notExists, notInArray } from "drizzle-orm";
import type { Db } from "../../db/client";
import { aliased } from "../../db/aliased";
import { enrolment } from "../../db/schema/classes";
import { participant } from "../../db/schema/discussions";
import { identity, member } from "../../db/schema/members";
import { deletion } from "../members/deletion";
import type { Step } from "./unit";
import { discussionsIn } from "./within";

const elsewhere = aliased(enrolment, "elsewhere");

/** An address, a password or a provider's word makes an account somebody's own. */
const nobodysOwn = and(eq(member.id, enrolment.memberId), eq(member.role, "member"), isNull(member.deletedAt), isNull(member.email), isNull(member.passwordHash));

function madeForAlone(db: Db, classId: string) {
  return and(
    eq(enrolment.classId, classId),
    eq(enrolment.accountMade, true),
    notExists(db.select({ id: identity.memberId }).from(identity).where(eq(identity.memberId, member.id))),
    notExists(db.select({ id: elsewhere.id }).from(elsewhere).where(and(eq(elsewhere.memberId, member.id), ne(elsewhere.classId, classId)))),
    notExists(db.select({ id: participant.id }).from(participant).where(and(eq(participant.memberId, member.id), notInArray(participant.discussionId, discussionsIn(db, classId))))),
  );
}

export async function countCardAccounts(db: Db, classId: string): Promise<number> {
  const [found] = await db.select({ count: count() }).from(enrolment).innerJoin(member, nobodysOwn).where(madeForAlone(db, classId));
  return found?.count ?? 0;
}

/** By place; of one place, or of all. */
export function cardAccounts(db: Db, classId: string, place: string | null = null) {
  return db.select({ account: member }).from(enrolment).innerJoin(member, nobodysOwn).where(and(madeForAlone(db, classId), place === null ? undefined : eq(enrolment.id, place))).orderBy(asc(enrolment.id));
}

/** Each takes some ten statements. */
const ACCOUNTS_AT_ONCE = 20;

/** After what was said and before the places, which tell whose they were. Whoever is gone is not found again. */
export function accounts(db: Db): Step {
  return async ({ classId }, now) => {
    const rows = await cardAccounts(db, classId).limit(ACCOUNTS_AT_ONCE);
    return rows.length === 0 ? null : { counts: { accounts: rows.length }, writes: (w) => rows.flatMap(({ account }) => deletion(w, account, true, null, now)) };
  };
}
