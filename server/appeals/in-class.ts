/** What a moderator is shown of a class when somebody objects to what its teachers decided. */
import { and, eq } from "drizzle-orm";
import { enrolment } from "../../db/schema/classes";
import { comment } from "../../db/schema/discussions";
import type { Reader } from "../../domain/permissions";
import { narrowCase } from "../class-reports/narrow";
import type { Context } from "../trpc";
import type { VisibleAppeal } from "./visible";

type Asked = Context & { reader: Reader };

/** `name`: of who objects, as the class reads them: one made for the assignment where it has those. @throws Refusal noSuch.comment */
export async function classCase(ctx: Asked, { decision: of, appeal }: VisibleAppeal, classId: string) {
  const [id, listed] = await Promise.all([of.commentId ?? firstOf(ctx, of.threadId ?? ""), nameOf(ctx, classId, appeal.memberId)]);
  return (await narrowCase(ctx, { id, classId, listed })).told;
}

async function firstOf({ db }: Asked, threadId: string): Promise<string> {
  const [found] = await db.select({ id: comment.id }).from(comment).where(and(eq(comment.threadId, threadId), eq(comment.sequence, 1)));
  return found?.id ?? "";
}

/** What the list of the class calls them; null: they are on none. */
export async function nameOf({ db }: Pick<Asked, "db">, classId: string, memberId: string): Promise<string | null> {
  const [found] = await db.select({ name: enrolment.name }).from(enrolment).where(and(eq(enrolment.classId, classId), eq(enrolment.memberId, memberId)));
  return found?.name ?? null;
}
