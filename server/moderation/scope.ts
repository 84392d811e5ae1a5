/** On whose behalf something is decided: of the public, by its moderators; of one class, by those who teach it. Each has discussions and a chain of the log of its own. */
import { and, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { enrolment } from "../../db/schema/classes";
import type { ClassRole } from "../../domain/classroom/terms";
import { type CaseFacts, type DecidesAs, faultOfDeciding, faultOfDecidingInClass } from "../../domain/moderation/authority";
import type { Reader } from "../../domain/permissions";
import type { Context } from "../trpc";
import { PUBLIC_CHAIN } from "./log-writes";

/** `authorInClass`: as what who wrote it is in the class; null: in none. */
type Facts = CaseFacts & { authorInClass: ClassRole | null };

export type Scope = {
  /** Null: the public. */
  classId: string | null;
  /** As what the reader decides. */
  as: DecidesAs;
  /** Why they may not decide a case; null: they may. */
  faultOf: (facts: Facts) => ReturnType<typeof faultOfDeciding>;
};

export function ofThePublic(reader: Reader): Scope {
  return { classId: null, as: reader.role, faultOf: (facts) => faultOfDeciding(reader, facts) };
}

/** Of a class whose teacher's decision is objected to, or whose only teacher it is about: a moderator looks, by their rank in public; what they decide is the class's. */
export function fromClass(reader: Reader, classId: string | null): Scope {
  return { ...ofThePublic(reader), classId };
}

/** Of a class the reader teaches, as `role`. */
export async function ofClass({ db, reader }: Pick<Context, "db"> & { reader: Reader }, { id, me }: { id: string; me: { role: ClassRole } }): Promise<Scope> {
  const rows = await db.select({ id: enrolment.memberId, role: enrolment.role }).from(enrolment).where(and(eq(enrolment.classId, id), ne(enrolment.role, "student"), isNull(enrolment.leftAt), isNotNull(enrolment.memberId)));
  const teaching = rows.flatMap(({ id: memberId, role }) => (memberId === null ? [] : [{ id: memberId, role }]));
  const as = me.role === "student" ? reader.role : me.role;
  return { classId: id, as, faultOf: ({ authorId, authorInClass, reporters }) => faultOfDecidingInClass({ id: reader.id, role: me.role }, { author: { id: authorId ?? "", role: authorInClass }, reporters, teaching }) };
}

/** The chain of the log that tells what is decided there. */
export function chainOf({ classId }: Pick<Scope, "classId">): string {
  return classId ?? PUBLIC_CHAIN;
}

/** Of what changes on public pages; what is private is on none. */
export function publicPageOf({ classId }: Pick<Scope, "classId">, articleId: string | null | undefined): string | null {
  return classId === null ? (articleId ?? null) : null;
}
