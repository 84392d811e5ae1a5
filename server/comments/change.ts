/** Comments: what happens when one is changed, taken back, and put back. */
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import { article, revision } from "../../db/schema/articles";
import { proposal } from "../../db/schema/answers";
import { comment, edit, thread } from "../../db/schema/discussions";
import { sealed } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import type { Writer } from "../../db/client";
import { must, type Write } from "../../db/writes";
import { faultOfComment } from "../../domain/comment-text";
import { fingerprintOf } from "../../domain/moderation/repeat";
import { canChangeHidden, canDelete, canEdit, canRestore, type Reader } from "../../domain/permissions";
import { faultOfProposal, proposalOf } from "../../domain/proposals";
import { normalised } from "../../domain/text";
import type { CommentKind } from "../../domain/thread";
import { passageOf } from "../answers/passage";
import { caughtBefore } from "../moderation/caught";
import { hideChanged, keepChangeOfHidden } from "../moderation/changed";
import { takeBackHeld } from "../moderation/own-held";
import { leavesTheQueue } from "../moderation/taken-back";
import { countOne } from "../rate";
import { badField, changedMeanwhile, notAllowed, tooMany } from "../refusals";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { countedIn } from "./counts";
import { type Posted, refuseOtherKind, usingUp } from "./mutations";
import { reconsider } from "../revisions/own";
import { keepKey } from "./post-writes";
import type { CommentToPost } from "./to-post";
import { publicPagesOf, visibleComment, type VisibleComment, visibleDiscussion } from "./visible";

type Changed = { comment: string; version: number; kind: CommentToPost["kind"]; body: string; proposal?: string | null | undefined; draft: CommentToPost["draft"]; key: string };

/**
 * Changes one's own comment; the words it had are kept. `proposal`: the wording it proposes from now on, where it proposes one;
 * null, or the passage as it is: none any more; absent: as before. What a rule catches is hidden with its new words until a moderator has looked
 * (`held`); what was hidden before stays so, with the new words, and waits for one.
 * @throws Refusal badField body or proposal, notAllowed, conflict.changed, tooMany
 */
export async function editComment(ctx: Context & { reader: Reader }, input: Changed): Promise<Posted> {
  const body = normalised(input.body);
  const fault = faultOfComment(body);
  if (fault) throw badField("body", fault);
  const was = await visibleComment(ctx, input.comment);
  const isHidden = canChangeHidden(ctx.reader, was);
  if (!isHidden && !canEdit(ctx.reader, was)) throw notAllowed(was.deletedAt ? "deleted" : "notYours");
  const [where, reworded] = await Promise.all([visibleDiscussion(ctx, was.discussionId), rewordedBy(ctx, was.id, input.proposal)]);
  // What is said in a class is its teachers' to judge.
  const caught = was.sight ? null : await caughtBefore(ctx, { id: was.id, body, threadId: was.threadId, where, isEdit: true });
  // What proposes a wording stays a suggestion.
  const kind = reworded.after === null ? input.kind : "suggestion";
  if (kind !== was.kind) refuseOtherKind(where, { kind, isReply: was.depth > 0 });
  const [now, change] = [ctx.now(), { ...input, body, kind, now: ctx.now() }];
  const paid = (w: Writer) => [...paidFor(w, ctx.reader, was, change), ...reworded.writes(w)];
  const whole = (w: Writer) => [...paid(w), ...changed(w, was, change, reworded.before)];
  const as = { id: was.id, slug: was.slug, again: false };
  try {
    if (isHidden) await keepChangeOfHidden(ctx, was, { ...change, caught, writes: paid });
    else if (caught) await hideChanged(ctx, { ...was, kind, revisionId: where.revisionId }, { caught, now, writes: whole });
    else await writeTogether(whole, [{ id: newId(), kind: "comment.edited", articleId: publicPagesOf(was), discussionId: was.discussionId, subjectId: was.id, actorId: ctx.reader.id, at: now }]);
    return isHidden || caught ? { ...as, held: true } : as;
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    if (error.what === "key") return { ...as, again: true };
    if (error.what === "rate") throw tooMany(settings().rates.editsADay.perSeconds);
    if (error.what === "proposal") throw notAllowed("proposalTaken");
    throw changedMeanwhile("body");
  }
}

type Change = Omit<Changed, "comment"> & { now: Date };

/** Its key, its turn among the day's edits, and the draft that it uses up. */
function paidFor(w: Writer, reader: Reader, was: VisibleComment, { key, body, draft, now }: Change): Write[] {
  return [
    must(keepKey(w, { member: reader.id, key, subject: was.id, fingerprint: fingerprintOf(body), now }), "key"),
    countOne(w, { what: "edit", whom: reader.id }, settings().rates.editsADay, now),
    ...usingUp(w, { reader, now }, was.discussionId, { on: "edit", comment: was.id }, draft),
  ];
}

/** `proposed`: the wording it proposed before. */
function changed(w: Writer, was: VisibleComment, { body, kind, version, now }: Change, proposed: string | null): Write[] {
  return [
    must(
      w
        .update(comment)
        .set({ body, kind, editedAt: now, version: version + 1 })
        .where(and(eq(comment.id, was.id), eq(comment.version, version), isNull(comment.deletedAt))),
      "comment",
    ),
    ...(was.depth === 0 ? [w.update(thread).set({ kind }).where(eq(thread.id, was.threadId))] : []),
    // The newest words of its passage were in sight: they need not be looked at again.
    reconsider(w, { commentId: was.id, revisionId: newestOf(was.articleId), how: "edited", createdAt: now }),
    w.insert(edit).values({ commentId: was.id, version, kind: was.kind, body: was.body, proposal: proposed, replacedAt: now }),
  ];
}

/** The wordings a comment proposed before and proposes after; both null: none. @throws Refusal badField proposal; notAllowed.proposalTaken */
async function rewordedBy({ db }: Pick<Context, "db">, id: string, wished: string | null | undefined) {
  const [had] = await db.select().from(proposal).where(eq(proposal.commentId, id));
  const same = { before: had?.after ?? null, after: had?.after ?? null, writes: (): Write[] => [] };
  if (!had || wished === undefined) return same;
  const after = proposalOf(had.before, wished);
  const fault = after === null ? null : faultOfProposal(after);
  if (fault) throw badField("proposal", fault);
  if (after === had.after) return same;
  if (had.acceptedAt !== null) throw notAllowed("proposalTaken");
  // What an editor takes meanwhile is what they read.
  const free = and(eq(proposal.commentId, id), isNull(proposal.acceptedAt));
  return { before: had.after, after, writes: (w: Writer): Write[] => [must(after === null ? w.delete(proposal).where(free) : w.update(proposal).set({ after }).where(free), "proposal")] };
}

const newestOf = (articleId: string) => sql`(select ${revision.id} from ${revision} inner join ${article} on ${article.id} = ${revision.articleId} and ${article.newest} = ${revision.number} where ${article.id} = ${articleId})`;

/**
 * Takes one's own comment back. Its place and its replies stay; its words, and the earlier ones, are gone. Twice is once.
 * `was`: the words, for whoever thinks better of it at once; null the second time.
 */
export async function deleteComment(ctx: Context & { reader: Reader }, input: { comment: string }): Promise<Posted & { was: { body: string; kind: CommentKind | null; proposal: string | null } | null }> {
  const waiting = await takeBackHeld(ctx, input.comment);
  if (waiting) return { ...waiting, again: false, was: null };
  const was = await visibleComment(ctx, input.comment);
  const as = { id: was.id, slug: was.slug, was: null };
  if (was.restriction !== null && was.memberId === ctx.reader.id) return forgetSealed(ctx, was);
  if (was.deletedAt && was.memberId === ctx.reader.id) return { ...as, again: true };
  if (!canDelete(ctx.reader, was)) throw notAllowed("notYours");
  const [where, proposed] = [await visibleDiscussion(ctx, was.discussionId), await proposalOfComment(ctx, was.id)];
  const now = ctx.now();
  try {
    await writeTogether(
      (w) => [
        must(w.update(comment).set({ body: "", deletedAt: now, version: sql`${comment.version} + 1` }).where(and(eq(comment.id, was.id), isNull(comment.deletedAt))), "comment"),
        w.delete(edit).where(eq(edit.commentId, was.id)),
        w.delete(proposal).where(eq(proposal.commentId, was.id)),
        ...countedIn(w, where, was, -1, null),
      ],
      [{ id: newId(), kind: "comment.deleted", articleId: publicPagesOf(was), discussionId: was.discussionId, subjectId: was.id, actorId: ctx.reader.id, at: now }],
    );
  } catch (error) {
    if (error instanceof Overtaken) return { ...as, again: true };
    throw error;
  }
  return { ...as, again: false, was: { body: was.body, kind: was.kind, proposal: proposed } };
}

/** A comment that is kept from view is taken back too: its sealed words are destroyed, and no decision brings them back. */
async function forgetSealed(ctx: Context & { reader: Reader }, was: VisibleComment): ReturnType<typeof deleteComment> {
  const now = ctx.now();
  const leaves = await leavesTheQueue(ctx.db, was.id, now);
  const unit = writeTogether(
    (w) => [
      must(w.update(comment).set({ restriction: null, version: sql`${comment.version} + 1` }).where(and(eq(comment.id, was.id), isNotNull(comment.restriction))), "comment"),
      w.delete(sealed).where(eq(sealed.commentId, was.id)),
      w.delete(edit).where(eq(edit.commentId, was.id)),
      w.delete(proposal).where(eq(proposal.commentId, was.id)),
      ...leaves(w),
    ],
    [{ id: newId(), kind: "comment.deleted", articleId: publicPagesOf(was), discussionId: was.discussionId, subjectId: was.id, actorId: ctx.reader.id, at: now }],
  );
  try {
    await unit;
  } catch (error) {
    // It was given back meanwhile, or taken back twice.
    if (error instanceof Overtaken) return deleteComment(ctx, { comment: was.id });
    throw error;
  }
  return { id: was.id, slug: was.slug, again: false, was: null };
}

/** Puts one's own comment back into its place, soon after it was taken back. @throws Refusal badField body, notAllowed */
export async function restoreComment(ctx: Context & { reader: Reader }, input: { comment: string; kind: CommentKind | null; body: string; proposal: string | null }): Promise<Posted> {
  const body = normalised(input.body);
  const fault = faultOfComment(body);
  if (fault) throw badField("body", fault);
  const was = await visibleComment(ctx, input.comment);
  const as = { id: was.id, slug: was.slug };
  if (was.memberId !== ctx.reader.id) throw notAllowed("notYours");
  if (was.deletedAt === null) return { ...as, again: true };
  const now = ctx.now();
  if (!canRestore(ctx.reader, was, now)) throw notAllowed("tooLate");
  const where = await visibleDiscussion(ctx, was.discussionId);
  const passage = was.depth === 0 && input.proposal !== null ? await passageOf(ctx.db, was.threadId) : null;
  const after = passage && proposalOf(passage.before, input.proposal);
  const wrong = after ? faultOfProposal(after) : null;
  if (wrong) throw badField("proposal", wrong);
  try {
    await writeTogether(
      (w) => [
        // The words come from outside: that they are the same ones is not claimed.
        must(w.update(comment).set({ body, kind: input.kind, editedAt: now, deletedAt: null, version: sql`${comment.version} + 1` }).where(and(eq(comment.id, was.id), isNotNull(comment.deletedAt), isNull(comment.restrictedBy))), "comment"),
        ...(passage && after ? [w.insert(proposal).values({ commentId: was.id, discussionId: where.id, before: passage.before, after })] : []),
        ...countedIn(w, where, was, 1, input.kind),
      ],
      [{ id: newId(), kind: "comment.restored", articleId: publicPagesOf(was), discussionId: was.discussionId, subjectId: was.id, actorId: ctx.reader.id, at: now }],
    );
  } catch (error) {
    if (error instanceof Overtaken) return { ...as, again: true };
    throw error;
  }
  return { ...as, again: false };
}

async function proposalOfComment({ db }: Pick<Context, "db">, id: string): Promise<string | null> {
  const [found] = await db.select({ after: proposal.after }).from(proposal).where(eq(proposal.commentId, id));
  return found?.after ?? null;
}
