/** What those who teach a class decide about what is said in it: the same decisions as in public, told to the class alone. Accounts are not theirs to judge. */
import type { CommentAct } from "../../domain/moderation/decision";
import type { Reader } from "../../domain/permissions";
import { taughtClass } from "../classes/visible";
import { doneIn } from "../moderation/done";
import { decideOnComments } from "../moderation/on-comments";
import { decideOnThread } from "../moderation/on-threads";
import type { SentReasons } from "../moderation/reasons";
import { ofClass } from "../moderation/scope";
import { undo } from "../moderation/undo";
import type { Context } from "../trpc";
import { caseIn } from "./case";

type Asked = Context & { reader: Reader };

/** @throws Refusal badField; noSuch.page, noSuch.comment; notAllowed.ownCase, ownReport, above, deleted; conflict.decided */
export async function decideInClass(ctx: Asked, input: { class: string; item: string; seen: number | null; act: CommentAct; reasons: SentReasons | null }): Promise<{ batch: string }> {
  const { of, on } = await caseIn(ctx, input);
  const { batch } = await decideOnComments(ctx, { act: input.act, comments: [{ id: on.id, seen: input.seen }], reasons: input.reasons }, await ofClass(ctx, of));
  return { batch };
}

/** Of the thread in which a comment stands. @throws Refusal badField; noSuch.page, noSuch.comment, noSuch.thread; notAllowed.ownCase, above; conflict.decided */
export async function decideOnThreadInClass(ctx: Asked, input: { class: string; thread: string; act: "lock" | "unlock"; reasons: SentReasons | null }): Promise<{ batch: string }> {
  const of = await taughtClass(ctx, input.class);
  return decideOnThread(ctx, { act: input.act, thread: input.thread, reasons: input.reasons }, await ofClass(ctx, of));
}

/** @throws Refusal noSuch.page, noSuch.decision, notAllowed.tooLateToUndo, conflict.changed */
export async function undoInClass(ctx: Asked, input: { class: string; batch: string }): Promise<{ undone: number }> {
  const of = await taughtClass(ctx, input.class);
  return undo(ctx, input, of.id);
}

/** @throws Refusal noSuch.page */
export async function doneInClass(ctx: Asked, input: { class: string; batch: string }) {
  await taughtClass(ctx, input.class);
  return doneIn(ctx, input);
}
