/** Who teaches a class, to be told of its end. */
import { and, asc, eq, isNull } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Db, Writer } from "../../db/client";
import { enrolment } from "../../db/schema/classes";
import { type MailKind, outbox } from "../../db/schema/events";
import { member } from "../../db/schema/members";
import { notice, type NoticeKind } from "../../db/schema/moderation";
import type { Write } from "../../db/writes";
import { languageOfCode, pathIn } from "../../domain/language-paths";
import { settings } from "../settings";

/** Those who have an account still. */
export function teachersOf(db: Db, classId: string) {
  return db
    .select({ memberId: member.id, email: member.confirmedEmail, language: member.language })
    .from(enrolment)
    .innerJoin(member, and(eq(member.id, enrolment.memberId), isNull(member.deletedAt)))
    .where(and(eq(enrolment.classId, classId), eq(enrolment.role, "teacher"), isNull(enrolment.leftAt)))
    .orderBy(asc(enrolment.id));
}

export type Teachers = Awaited<ReturnType<typeof teachersOf>>;

/** On their pages, and by mail where they have an address. What the class is called stands in neither: mails are read by others. */
export function tellTeachers(w: Writer, teachers: Teachers, { classId, kind, days, now }: { classId: string; kind: NoticeKind & MailKind; days: number; now: Date }): Write[] {
  return teachers.flatMap(({ memberId, email, language }) => [
    w.insert(notice).values({ id: newId(), memberId, kind, subjectId: classId, dueAt: now, createdAt: now }),
    ...(email === null ? [] : [w.insert(outbox).values({ id: newId(), kind, to: email, language, content: { link: linkTo(classId, language), days: String(days) }, causeId: classId, createdAt: now, dueAt: now })]),
  ]);
}

function linkTo(classId: string, language: string): string {
  return new URL(pathIn(languageOfCode(language), `/classes/${classId}/end`), settings().publicUrl).href;
}
