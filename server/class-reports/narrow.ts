/** What a moderator of the place is shown of a class: one comment, what it answers, and the passage. That they looked is kept for the class. */
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import { wordsOf } from "../articles/old-words";
import { keepLook } from "../classes/looked";
import { around, passageOf } from "../moderation/item";
import { heldComments, moderatedComments } from "../moderation/subjects";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import { heldAsComment } from "./case";

type Asked = Context & { reader: Reader };

/** `listed`: what the class's list calls who wrote it, told where no name was made for them. @throws Refusal noSuch.comment */
export async function narrowCase(ctx: Asked, { id, classId, listed }: { id: string; classId: string; listed: string | null }) {
  const [[shown], [waits]] = await Promise.all([moderatedComments(ctx, [id], classId), heldComments(ctx, [id], classId)]);
  const on = shown ?? waits;
  if (!on) throw noSuch("comment");
  await writeTogether((w) => [keepLook(w, { classId, memberId: ctx.reader.id, what: "report.read", subjectId: id, at: ctx.now() })]);
  const [near, passage] = await Promise.all([around(ctx.db, on), passageOf(ctx.db, on)]);
  // What stands beside it is nobody's business here, but for what it answers.
  const parent = near.find((one) => one.id === id)?.parentId ?? waits?.post.parent ?? null;
  const before = near.filter((one) => one.id !== id && (one.id === parent || (shown && one.sequence === 1))).map((one) => (one.restriction === null ? one : { ...one, body: "" }));
  const name = near.find((one) => one.id === id)?.name ?? (on.hasPseudonyms && on.classRole === "student" ? null : listed);
  return { on, waits: waits ?? null, told: { name, language: on.textLanguage, passage: passage && { number: passage.number, words: wordsOf(passage) ?? "", text: passage.text, isGone: passage.isGone }, before, comment: near.find((one) => one.id === id) ?? heldAsComment(waits ?? null, name) } };
}
