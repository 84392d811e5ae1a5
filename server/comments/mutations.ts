/** Comments: what happens when one is written. */
import { and, eq, isNull, lte, or } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Writer } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { sentKey } from "../../db/schema/discussions";
import { member } from "../../db/schema/members";
import { writeTogether } from "../../db/write-together";
import { must, type Write } from "../../db/writes";
import { isKindAllowed } from "../../domain/classroom/kinds";
import { faultOfComment } from "../../domain/comment-text";
import { type DraftPlace, placeKey } from "../../domain/draft-place";
import type { Caught } from "../../domain/moderation/phases";
import { fingerprintOf } from "../../domain/moderation/repeat";
import { openingAt } from "../../domain/opening";
import type { Reader } from "../../domain/permissions";
import { waitBetweenComments } from "../../domain/rates";
import { normalised } from "../../domain/text";
import { saveDraft, useUpDraft } from "../drafts/mutations";
import { brakeIn } from "../moderation/brake";
import { caughtBefore } from "../moderation/caught";
import { holdPost } from "../moderation/held";
import { heldBySanction } from "../moderation/standing";
import { heldComments } from "../moderation/subjects";
import { badField, braked, changedMeanwhile, notAllowed, notTaken, Refusal, tooSoon } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { openedBy, openIfReached } from "../assignments/gate-opening";
import { planPost } from "./plan-post";
import { keepKey } from "./post-writes";
import type { CommentToPost } from "./to-post";
import { addressOf, publicPagesOf, visibleComment, visibleDiscussion, type Where } from "./visible";

/** `held`: nobody sees it before a moderator has looked. */
export type Posted = { id: string; slug: string; again: boolean; held?: boolean; /** Of a class's discussion: the page it is read on. */ readAt?: string };

async function isPrivate(ctx: Context, { discussion, parent }: CommentToPost): Promise<boolean> {
  const where = parent === null ? await visibleDiscussion(ctx, discussion) : await visibleComment(ctx, parent);
  return where.sight !== null;
}

/** A unit that another one overtook in a way that decides nothing is made afresh this often. */
const MOST_ATTEMPTS = 5;

/**
 * Posts a comment on a block, on the whole article, or in reply. Sent again with the same key it answers with the
 * comment of the first time.
 * @throws Refusal badField body or proposal, noSuch, notAllowed.deleted, locked, closed or notYetOpen, brake (the text is kept as a draft), tooSoon
 */
export async function postComment(ctx: Context & { reader: Reader }, input: CommentToPost): Promise<Posted> {
  const body = normalised(input.body);
  const fault = faultOfComment(body);
  if (fault) throw badField("body", fault);
  const now = ctx.now();
  const words = { kind: input.kind, body, now };
  // Who may not post at all is told so first, whatever they answer. What moderators decide about a member holds in public: a class has its teachers.
  if (ctx.reader.wasSanctioned && !(await isPrivate(ctx, input))) await heldBySanction(ctx);
  let id: string | null = null;
  let caught: Caught | null = null;
  for (let attempt = 1; ; attempt += 1) {
    const planned = await planPost(ctx, input, { ...words, id });
    const { where, place, threadId, participant } = planned;
    id = planned.id;
    refuseOtherKind(where, { kind: input.proposal === null ? input.kind : "suggestion", isReply: input.parent !== null });
    const said = { id, again: false, ...addressOf(where) };
    const closed = () => keptFor(ctx, { ...input, body }, where, place, notTaken(where, now));
    if (openingAt(where, now) !== "open") return closed();
    if (attempt === 1 && !where.sight) {
      const brake = threadId === null ? null : await brakeIn(ctx, { threadId, participant });
      if (brake?.why) return keptFor(ctx, { ...input, body }, where, place, braked(brake, "body"));
      caught = await caughtBefore(ctx, { id, body, threadId, where });
    }
    const turn = (w: Writer) => [must(keepKey(w, { member: ctx.reader.id, key: input.key, subject: said.id, fingerprint: where.sight ? null : fingerprintOf(body), now }), "key"), ...waitingTurn(w, ctx.reader, now)];
    const opens = where.sight && !where.sight.isGateOpen ? await openedBy(ctx, where.sight, { ...words, id, parent: planned.parent }) : () => [];
    const used = (w: Writer) => usingUp(w, { reader: ctx.reader, now }, where.id, place, input.draft);
    try {
      if (caught) {
        const { revision: seen, block: number, words: span, parent, kind, proposal } = input;
        await holdPost(ctx, { id, post: { revision: seen, block: number, words: span, parent, kind, body, proposal }, where, caught, more: (w) => [...turn(w), ...used(w)] });
        return { ...said, held: true };
      }
      await writeTogether(
        (w) => [...turn(w), ...planned.writes(w), ...used(w), ...opens(w)],
        [{ id: newId(), kind: "comment.posted", articleId: publicPagesOf(where), discussionId: where.id, subjectId: id, actorId: ctx.reader.id, at: now }],
      );
      if (where.sight && !where.sight.isGateOpen) await openIfReached(ctx, where.sight);
      return said;
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      if (error.what === "key") return earlier(ctx, input.key);
      if (error.what === "turn") throw tooSoon(await secondsToWait(ctx, now), "body");
      // A revision that was published meanwhile closes nothing: it is placed afresh, on what is the newest now.
      if (error.what === "closed" && (await visibleDiscussion(ctx, where.id)).newest === where.newest) return closed();
      // A class's thread that went to another group meanwhile is answered there, or is there no more.
      if (error.what === "thread" && (input.parent === null || (await visibleComment(ctx, input.parent)).discussionId === where.id)) throw notAllowed("locked");
      if (error.what === "parent") throw notAllowed("deleted");
      if (attempt === MOST_ATTEMPTS) throw changedMeanwhile("body");
    }
  }
}

/** What a class asks for is told beside the choice. @throws Refusal field kind */
export function refuseOtherKind({ sight }: Pick<Where, "sight">, said: { kind: CommentToPost["kind"]; isReply: boolean }): void {
  if (sight && !isKindAllowed(said, sight.kinds)) throw new Refusal("BAD_REQUEST", said.kind === null ? "field.kindMissing" : "field.kindNotAllowed", { field: "kind" });
}

/** What was sent before and is sent again is answered as then; what is new is kept for its writer, and refused. */
async function keptFor(ctx: Context & { reader: Reader }, input: CommentToPost, where: Where, place: DraftPlace, refusal: Refusal): Promise<Posted> {
  const [sent] = await ctx.db.select({ id: sentKey.subjectId }).from(sentKey).where(and(eq(sentKey.memberId, ctx.reader.id), eq(sentKey.key, input.key)));
  if (sent) return earlier(ctx, input.key);
  const { body, kind, proposal, revision: seenIn } = input;
  try {
    await saveDraft(ctx, { discussion: where.id, place: input.draft?.place ?? placeKey(place), revision: seenIn, body, kind, proposal, version: input.draft?.version ?? 0 });
  } catch (error) {
    // Another draft is kept there, or as many as can be: the refusal below brings the text back to its field.
    if (!(error instanceof Refusal)) throw error;
  }
  throw refusal;
}

/** What was drafted is said now, whether its writer named the draft or only the place. */
export function usingUp(w: Writer, by: { reader: Reader; now: Date }, discussionId: string, at: DraftPlace, draft: CommentToPost["draft"]): Write[] {
  return draft ? [useUpDraft(w, { member: by.reader.id, discussion: discussionId, place: draft.place ?? placeKey(at), version: draft.version }, by.now)] : [];
}

/** A member speaks again after a while; guarded by the row, so that two instances count as one. */
function waitingTurn(w: Writer, reader: Reader, now: Date): Write[] {
  const wait = waitBetweenComments(reader, now, settings().rates);
  if (wait === 0) return [];
  const before = new Date(now.getTime() - wait * 1000);
  const ready = and(eq(member.id, reader.id), or(isNull(member.lastCommentAt), lte(member.lastCommentAt, before)));
  return [must(w.update(member).set({ lastCommentAt: now }).where(ready), "turn")];
}

async function secondsToWait({ db, reader }: Context & { reader: Reader }, now: Date): Promise<number> {
  const [row] = await db.select({ last: member.lastCommentAt }).from(member).where(eq(member.id, reader.id));
  const passed = row?.last ? (now.getTime() - row.last.getTime()) / 1000 : 0;
  return Math.max(1, Math.ceil(waitBetweenComments(reader, now, settings().rates) - passed));
}

/** What the key made the first time. */
async function earlier(ctx: Context & { reader: Reader }, key: string): Promise<Posted> {
  const { db, reader } = ctx;
  const [sent] = await db.select({ id: sentKey.subjectId }).from(sentKey).where(and(eq(sentKey.memberId, reader.id), eq(sentKey.key, key)));
  if (!sent) throw changedMeanwhile("body");
  const [waits] = await heldComments({ db }, [sent.id]);
  if (waits) return { id: waits.id, slug: waits.slug, again: true, held: true };
  const found = await visibleComment(ctx, sent.id);
  return { id: found.id, again: true, ...addressOf(found) };
}
