/** Objections: made once, written on by both sides while they are open. */
import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import { appeal, appealNote, queueItem } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { APPEAL_LENGTH, canObject } from "../../domain/moderation/appeals";
import { rankOf, urgencyOf } from "../../domain/moderation/queue";
import type { Reader } from "../../domain/permissions";
import { OBJECTION_NOTES, stretchOf } from "../../domain/rates";
import { faultOfText, normalised } from "../../domain/text";
import { pathOfStatement } from "../decisions/door-token";
import { visibleDecision } from "../decisions/visible";
import { tell } from "../moderation/tell";
import { countOne } from "../rate";
import { changedMeanwhile, badField, noSuch, notAllowed, tooMany } from "../refusals";
import type { Context } from "../trpc";
import { visibleAppeal } from "./visible";

type Asked = Context & { reader: Reader };

/** @throws Refusal badField body */
export function checkedNote(sent: string): string {
  const body = normalised(sent.normalize("NFC"));
  const fault = faultOfText(body, APPEAL_LENGTH);
  if (fault) throw badField("body", fault);
  return body;
}

/** Objects to a decision. Sent twice it is one. @throws Refusal badField body, noSuch.decision, notAllowed.noAppeal */
export async function open(ctx: Asked, input: { decision: string; body: string }): Promise<{ appeal: string }> {
  const body = checkedNote(input.body);
  const { decision: of } = await visibleDecision(ctx, input.decision);
  if (of.memberId !== ctx.reader.id) throw noSuch("decision");
  const [before] = await ctx.db.select({ id: appeal.id }).from(appeal).where(eq(appeal.decisionId, of.id));
  const now = ctx.now();
  if (before) return { appeal: before.id };
  if (!canObject({ ...of, hasAppeal: false }, now)) throw notAllowed("noAppeal");
  const id = newId();
  const urgency = rankOf(urgencyOf({ weights: 0, ground: of.ground === "review" ? null : of.ground, isPublic: false, ageHours: 0, isAppeal: true, seen: 0 }));
  const item = { id, kind: "appeal" as const, discussionId: of.discussionId, classId: of.classId, memberId: ctx.reader.id, ground: of.ground ?? "law", urgency, openedAt: now };
  const unit = writeTogether(
    (w) => [
      must(w.insert(appeal).values({ id, decisionId: of.id, memberId: ctx.reader.id, createdAt: now }).onConflictDoNothing(), "appeal"),
      w.insert(appealNote).values({ id: newId(), appealId: id, byMemberId: ctx.reader.id, isByModerator: false, body, createdAt: now }),
      w.insert(queueItem).values(item),
    ],
    [{ id: newId(), kind: "appeal.opened", discussionId: of.discussionId, subjectId: id, actorId: ctx.reader.id, at: now }],
  );
  try {
    await unit;
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    const [other] = await ctx.db.select({ id: appeal.id }).from(appeal).where(eq(appeal.decisionId, of.id));
    if (!other) throw error;
    return { appeal: other.id };
  }
  return { appeal: id };
}

/** Writes on an open objection, as its member or as a moderator. @throws Refusal badField body, noSuch.appeal, notAllowed.appealClosed, tooMany, conflict.changed */
export async function write(ctx: Asked, input: { appeal: string; body: string }): Promise<void> {
  const body = checkedNote(input.body);
  const { appeal: on, decision: of, member: by } = await visibleAppeal(ctx, input.appeal);
  if (on.closedAt !== null) throw notAllowed("appealClosed");
  const isByModerator = on.memberId !== ctx.reader.id;
  const now = ctx.now();
  const told = isByModerator && by.deletedAt === null ? { to: { memberId: by.id, email: by.email, language: by.language }, notice: "appeal-answered" as const, mail: "appeal-answered" as const, subjectId: of.id, about: pathOfStatement(of, by.id) } : null;
  try {
    await writeTogether(
      (w) => [
        must(w.update(appeal).set({ version: sql`${appeal.version} + 1` }).where(and(eq(appeal.id, on.id), isNull(appeal.closedAt))), "appeal"),
        w.insert(appealNote).values({ id: newId(), appealId: on.id, byMemberId: ctx.reader.id, isByModerator, body, createdAt: now }),
        ...(isByModerator ? [] : [countOne(w, { what: "objection", whom: ctx.reader.id }, OBJECTION_NOTES, now)]),
        ...(told ? tell(w, told, of.id, now) : []),
      ],
      [{ id: newId(), kind: "appeal.answered", discussionId: of.discussionId, subjectId: on.id, actorId: ctx.reader.id, at: now }],
    );
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    throw error.what === "rate" ? tooMany(stretchOf(now, OBJECTION_NOTES).secondsLeft) : changedMeanwhile("body");
  }
}
