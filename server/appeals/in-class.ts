/** What a moderator is shown of a class when somebody objects to what its teachers decided: that comment, what it answers, and the passage. That they looked is kept for the class. */
import { and, eq } from "drizzle-orm";
import { enrolment } from "../../db/schema/classes";
import { comment } from "../../db/schema/discussions";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import { wordsOf } from "../articles/old-words";
import { heldAsComment } from "../class-reports/case";
import { keepLook } from "../classes/looked";
import { around, passageOf } from "../moderation/item";
import { heldComments, moderatedComments } from "../moderation/subjects";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import type { VisibleAppeal } from "./visible";

type Asked = Context & { reader: Reader };

/** `name`: of who objects, as the class reads them: one made for the assignment where it has those. @throws Refusal noSuch.comment */
export async function classCase(ctx: Asked, { decision: of, appeal }: VisibleAppeal, classId: string) {
  const id = of.commentId ?? (await firstOf(ctx, of.threadId ?? ""));
  const [[shown], [waits]] = await Promise.all([moderatedComments(ctx, [id], classId), heldComments(ctx, [id], classId)]);
  const on = shown ?? waits;
  if (!on) throw noSuch("comment");
  await writeTogether((w) => [keepLook(w, { classId, memberId: ctx.reader.id, what: "report.read", subjectId: id, at: ctx.now() })]);
  const [near, passage, name] = await Promise.all([around(ctx.db, on), passageOf(ctx.db, on), nameOf(ctx, classId, appeal.memberId)]);
  // What stands beside it is nobody's business here, but for what it answers.
  const parent = near.find((one) => one.id === id)?.parentId ?? waits?.post.parent ?? null;
  const before = near.filter((one) => one.id !== id && (one.id === parent || (shown && one.sequence === 1))).map((one) => (one.restriction === null ? one : { ...one, body: "" }));
  const told = near.find((one) => one.id === id)?.name ?? (on.hasPseudonyms ? null : name);
  return { name: told, language: on.textLanguage, passage: passage && { number: passage.number, words: wordsOf(passage) ?? "", text: passage.text, isGone: passage.isGone }, before, comment: near.find((one) => one.id === id) ?? heldAsComment(waits ?? null, told) };
}

async function firstOf({ db }: Asked, threadId: string): Promise<string> {
  const [found] = await db.select({ id: comment.id }).from(comment).where(and(eq(comment.threadId, threadId), eq(comment.sequence, 1)));
  return found?.id ?? "";
}

async function nameOf({ db }: Asked, classId: string, memberId: string): Promise<string | null> {
  const [found] = await db.select({ name: enrolment.name }).from(enrolment).where(and(eq(enrolment.classId, classId), eq(enrolment.memberId, memberId)));
  return found?.name ?? null;
}
