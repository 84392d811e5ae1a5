/** Comments that their authors change: hidden when a rule catches the new words, or hidden already and changed for the better. */
import { and, eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { comment } from "../../db/schema/discussions";
import { sealed } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import type { Caught } from "../../domain/moderation/phases";
import type { Reader } from "../../domain/permissions";
import type { CommentKind } from "../../domain/thread";
import { toldThatItWaits } from "../class-reports/waiting";
import type { VisibleComment } from "../comments/visible";
import type { Context } from "../trpc";
import { carryOut } from "./deciding";
import { hidingByRule } from "./hide-by-rule";
import { waits } from "./item-writes";
import { itemsOf, waitingReports } from "./subjects";

type Asked = Context & { reader: Reader };
/** `writes`: what changes it, or is paid for the change. */
type Unit = { now: Date; writes: (w: Writer) => Write[] };

/** In one unit the words are changed and sealed. @throws Overtaken by `key`, `rate`, `comment` or `proposal` */
export async function hideChanged(ctx: Asked, was: VisibleComment & { revisionId: string }, { caught, now, writes }: Unit & { caught: Caught }): Promise<void> {
  await carryOut(
    ctx,
    async () => {
      const hiding = await hidingByRule(ctx, was, { caught, ground: null, now });
      return { ...hiding, writes: (w: Writer) => [...writes(w), ...hiding.writes(w)] };
    },
    ["key", "rate", "comment", "proposal"],
  );
}

type NewWords = Unit & { version: number; body: string; kind: CommentKind | null; caught: Caught | null };

/**
 * The new words are sealed in place of the old, of which nothing is kept: they were what it was hidden for. A moderator is asked to look again.
 * @throws Overtaken by `key`, `rate`, `comment` or `proposal`
 */
export async function keepChangeOfHidden(ctx: Asked, was: VisibleComment, { version, body, kind, caught, now, writes }: NewWords): Promise<void> {
  const classId = was.sight?.classId;
  const [items, reports, told] = await Promise.all([itemsOf(ctx.db, [was.id]), waitingReports(ctx.db, [was.id]), classId === undefined ? null : toldThatItWaits(ctx.db, classId, { author: was.memberId, reporter: null }, now)]);
  const [known, open] = [items.get(was.id) ?? null, reports.get(was.id) ?? []];
  const item = { id: was.id, discussionId: was.discussionId, ...(classId === undefined ? {} : { classId }), memberId: was.memberId, ground: known?.ground ?? ("review" as const), caught, isHidden: true };
  await writeTogether(
    (w) => [
      ...writes(w),
      must(w.update(comment).set({ kind, editedAt: now, version: sql`${comment.version} + 1` }).where(and(eq(comment.id, was.id), eq(comment.version, version), eq(comment.restriction, "hidden"))), "comment"),
      must(w.update(sealed).set({ body }).where(eq(sealed.commentId, was.id)), "comment"),
      ...waits(w, known, { ...item, reports: open.length, weight: open.reduce((sum, { weight }) => sum + weight, 0) }, now),
      ...(told?.(w) ?? []),
    ],
    [{ id: newId(), kind: "comment.edited", discussionId: was.discussionId, subjectId: was.id, actorId: ctx.reader.id, at: now }],
  );
}
