/** Before a comment is seen: what the rules make of it. */
import { and, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { question } from "../../db/prepared";
import { comment, participant, sentKey, thread } from "../../db/schema/discussions";
import { held } from "../../db/schema/moderation";
import { mayLink } from "../../domain/moderation/link-count";
import { firstCaught, firstCaughtInClass, type Caught } from "../../domain/moderation/phases";
import { fingerprintOf } from "../../domain/moderation/repeat";
import { isSpared } from "../../domain/moderation/spared";
import type { Reader } from "../../domain/permissions";
import type { Where } from "../comments/visible";
import { Refusal } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { askOutside } from "./check-outside";
import { houseSettingsNow, phaseRulesOf } from "./house-settings";
import { heldBySanction } from "./standing";

type Asked = Context & { reader: Reader };

/** `id`: that it has or will have. `threadId`: of a reply. `isEdit`: it has been posted already, and counts as such. */
export type ToJudge = { id: string; body: string; threadId: string | null; where: { id: string; articleId: string; language: string; mode: "after" | "before" | null }; isEdit?: boolean };

/**
 * The first rule that catches what is sent; null: none.
 * @throws Refusal notAllowed.silenced, warned; badField body when a rule refuses it
 */
export async function caughtBefore(ctx: Asked, sent: ToJudge): Promise<Caught | null> {
  const isHeld = await heldBySanction(ctx);
  if (isHeld) return { phase: "sanction", rule: "hold", span: null, what: "hold", values: {} };
  if (isSpared(ctx.reader)) return null;
  const caught = (await byRules(ctx, sent)) ?? (await byCheck(sent));
  if (caught?.what === "refuse") throw refusedBy(caught);
  return caught;
}

/**
 * What catches a student's words in a class: what this place has listed, and everything where the class says so. Its teachers let it through. Null: nothing does.
 * @throws Refusal badField body when a rule refuses it
 */
export async function caughtInClass({ db }: Pick<Context, "db">, { body, where }: Pick<ToJudge, "body"> & { where: Pick<Where, "mode" | "sight"> }): Promise<Caught | null> {
  if (where.sight?.isTeaching) return null;
  const caught = firstCaughtInClass(body, phaseRulesOf((await houseSettingsNow(db)).value, where.mode ?? "after"));
  if (caught?.what === "refuse") throw refusedBy(caught);
  return caught;
}

async function byRules({ db, reader, now }: Asked, { id, body, threadId, where, isEdit = false }: ToJudge): Promise<Caught | null> {
  const fingerprint = fingerprintOf(body);
  const [house, same] = await Promise.all([houseSettingsNow(db), fingerprint === null ? [] : saidBefore(db, { member: reader.id, fingerprint, but: id })]);
  const rules = phaseRulesOf(house.value, where.mode);
  const { hotThread: hot, newMember, links } = rules;
  // What no rule will ask about is not counted.
  const enough = newMember.approved > 0 || mayLink(body) ? Math.max(newMember.approved, links.newUntilApproved) : 0;
  const [standing, lately] = await Promise.all([
    enough === 0 ? [] : standingComments(db, { member: reader.id, but: id, most: enough }),
    threadId === null || hot === null || isEdit ? [] : nthNewest(db, { thread: threadId, place: hot.most }),
  ]);
  const since = hot === null ? 0 : now().getTime() - hot.minutes * 60_000;
  return firstCaught(
    {
      body,
      recentFingerprints: same.length > 0 ? [fingerprint] : [],
      member: { approvedComments: standing.length },
      commentsInThreadLately: hot !== null && (lately[0]?.at.getTime() ?? 0) > since ? hot.most : 0,
      check: null,
    },
    // A comment that stands already is not new to anybody, and was let through or seen.
    isEdit ? { ...rules, mode: "after", newMember: { approved: 0 } } : rules,
  );
}

async function byCheck({ id, body, where }: ToJudge): Promise<Caught | null> {
  const { check } = settings();
  if (!check) return null;
  const said = await askOutside(check, { id, discussion: where.id, article: where.articleId, language: where.language, text: body });
  return said && { phase: "check", ...said };
}

/** A text of this member that says the same, posted, held or restricted: not one they took back themselves. */
const saidBefore = question(["member", "fingerprint", "but"], (db, given) =>
  db
    .select({ id: sentKey.subjectId })
    .from(sentKey)
    .leftJoin(comment, eq(comment.id, sentKey.subjectId))
    .leftJoin(held, eq(held.id, sentKey.subjectId))
    .where(and(eq(sentKey.memberId, given.member), eq(sentKey.fingerprint, given.fingerprint), ne(sentKey.subjectId, given.but), or(isNotNull(held.id), and(isNotNull(comment.id), or(isNull(comment.deletedAt), isNotNull(comment.restriction))))))
    .limit(1),
);

/** Comments of a member that are there to be read, as many as it takes. */
const standingComments = question(["member", "but", "most"], (db, given) =>
  db
    .select({ id: comment.id })
    .from(participant)
    .innerJoin(comment, and(eq(comment.participantId, participant.id), isNull(comment.deletedAt), ne(comment.id, given.but)))
    .where(eq(participant.memberId, given.member))
    .limit(given.most),
);

/** When the comment was written that is so far from the end of its thread: if that was lately, so many were. */
const nthNewest = question(["thread", "place"], (db, given) =>
  db
    .select({ at: comment.createdAt })
    .from(thread)
    .innerJoin(comment, and(eq(comment.threadId, thread.id), eq(comment.sequence, sql`${thread.total} + 1 - ${given.place}`)))
    .where(eq(thread.id, given.thread)),
);

function refusedBy({ phase, values }: Caught): Refusal {
  return new Refusal("BAD_REQUEST", phase === "check" ? "field.refusedByCheck" : "field.listedWord", { field: "body", values });
}
