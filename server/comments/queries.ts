/** What may be known of comments, beyond the pages they stand on. */
import { and, desc, eq, isNotNull, isNull, lt, lte, or } from "drizzle-orm";
import { question } from "../../db/prepared";
import { proposal } from "../../db/schema/answers";
import { article, block, revision } from "../../db/schema/articles";
import { comment, discussion, edit, participant, placement } from "../../db/schema/discussions";
import { sealed } from "../../db/schema/moderation";
import { quoteOf } from "../../domain/anchors";
import type { Span } from "../../domain/blocks";
import { beginningOf } from "../../domain/comment-text";
import { canModerate } from "../../domain/moderation/authority";
import { isSpared } from "../../domain/moderation/spared";
import { canReport } from "../../domain/moderation/reports";
import { canChangeHidden, canDelete, canEdit, canEditArticles, canMute, canReply, canSeeHistory, type Reader } from "../../domain/permissions";
import { openingAt } from "../../domain/opening";
import { canPropose } from "../../domain/proposals";
import { SHOWN_LEVELS } from "../../domain/thread";
import { firstView } from "../articles/first-view";
import { placedThread } from "../articles/placed";
import type { Placing } from "../articles/visible";
import { openingView } from "../discussions/opening-view";
import { hasMuted } from "../members/mutes";
import { brakeIn } from "../moderation/brake";
import { houseSettingsNow } from "../moderation/house-settings";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import { branchIds, firstCommentOf } from "./branches";
import { howShown } from "../assignments/shown-name";
import { commentsById, toTheMinute } from "./rows";
import { addressOf, visibleComment, visibleDiscussion, type Where } from "./visible";

/** What the page to write on says: where the comment will stand, and whom it answers. */
export async function composing(ctx: Context, input: { discussion: string; block: number | null; words: Span | null; parent: string | null }) {
  const answered = input.parent === null ? null : await visibleComment(ctx, input.parent);
  const where = await visibleDiscussion(ctx, answered?.discussionId ?? input.discussion);
  const [passage] =
    input.block === null
      ? []
      : await ctx.db
          .select({ number: block.number, id: block.blockId, kind: block.kind, text: block.text })
          .from(block)
          .where(and(eq(block.revisionId, where.revisionId), eq(block.number, input.block)));
  const quoted = passage && input.words ? quoteOf(passage.text, input.words) : null;
  if ((input.block !== null && !passage) || (input.words !== null && !quoted)) throw noSuch("block");
  const [parent] = answered ? await commentsById(ctx.db, [answered.id]) : [];
  const participantId = ctx.reader && (await participantIn(ctx.db, where.id, ctx.reader));
  return {
    discussion: where.id,
    article: { ...addressOf(where), title: where.title, language: where.language, revision: where.newest },
    /** Of a class's: who reads it, and under which name the reader speaks there; null: everybody does. */
    inClass: where.sight && ctx.reader ? await howShown({ ...ctx, reader: ctx.reader }, where.sight) : null,
    /** `rewordable`: another wording can be proposed. */
    block: passage ? { number: passage.number, id: passage.id, text: passage.text, quote: quoted?.quote ?? null, rewordable: canPropose(passage.kind) } : null,
    parent: parent ?? null,
    /** When it takes comments. */
    opening: openingView({ ...where, prompt: null }),
    isOpen: openingAt(where, ctx.now()) === "open",
    /** Whether the reader muted the one who is answered. */
    muted: answered && !where.sight ? await hasMuted(ctx, answered.memberId) : false,
    as: ctx.reader && { name: ctx.reader.name, id: participantId },
    /** Until when the reader's next comment in this thread waits, and why. */
    brake: ctx.reader && answered && !where.sight ? await brakeIn({ ...ctx, reader: ctx.reader }, { threadId: answered.threadId, participant: participantId }) : null,
    /** Whether a moderator looks at what is posted before others see it. */
    isBefore: !where.sight && (where.mode ?? (await houseSettingsNow(ctx.db)).value.mode) === "before" && !(ctx.reader && isSpared(ctx.reader)),
  };
}

/** Earlier words shown at once; the limit of edits a day keeps the rest few. */
const VERSIONS_SHOWN = 50;

/** One comment, what this reader may do with it, and what it said before. */
export async function actsOn(ctx: Context, input: { comment: string }) {
  const found = await visibleComment(ctx, input.comment);
  const [view] = await commentsById(ctx.db, [found.id]);
  if (!view) throw noSuch("comment");
  const earlier = canSeeHistory(found)
    ? await ctx.db
        .select({ version: edit.version, kind: edit.kind, body: edit.body, proposal: edit.proposal, replacedAt: edit.replacedAt })
        .from(edit)
        .where(eq(edit.commentId, found.id))
        .orderBy(desc(edit.version))
        .limit(VERSIONS_SHOWN)
    : [];
  return {
    comment: view,
    ...addressOf(found),
    language: found.language,
    thread: found.threadId,
    discussion: found.discussionId,
    revision: found.newest,
    /** The block it stands on, when it is the first of its thread; null else, and for the whole article. */
    block: found.depth === 0 ? await blockOf(ctx, found) : null,
    written: await writtenOn(ctx, found),
    version: found.version,
    may: { reply: canReply(ctx.reader, found), edit: canEdit(ctx.reader, found), delete: canDelete(ctx.reader, found), mute: !found.sight && canMute(ctx.reader, found), answer: !found.sight && canEditArticles(ctx.reader), moderate: !found.sight && canModerate(ctx.reader), /** The class whose case it can be. */ moderateIn: found.sight?.isTeaching ? found.sight.classId : null, reword: view.proposal !== null && canEdit(ctx.reader, found) && !(await isTaken(ctx, found.id)), report: canReport(ctx.reader, found), change: canChangeHidden(ctx.reader, found) },
    muted: !found.sight && (await hasMuted(ctx, found.memberId)),
    earlier: earlier.map((was) => ({ ...was, replacedAt: (found.sight ? toTheMinute(was.replacedAt) : was.replacedAt).toISOString() })),
  };
}

/** Whether an editor took the wording it proposes: then it stays as it was taken. */
async function isTaken({ db }: Context, id: string): Promise<boolean> {
  const [found] = await db.select({ acceptedAt: proposal.acceptedAt }).from(proposal).where(eq(proposal.commentId, id));
  return found !== undefined && found.acceptedAt !== null;
}

/** The revision that was the newest when a comment was written, and where it had the passage; null: nowhere. */
async function writtenOn({ db }: Context, { articleId, threadId, createdAt }: { articleId: string; threadId: string; createdAt: Date }): Promise<{ revision: number; block: number } | null> {
  const [found] = await db
    .select({ revision: revision.number, block: placement.blockNumber })
    .from(revision)
    .innerJoin(placement, and(eq(placement.revisionId, revision.id), eq(placement.threadId, threadId)))
    .where(and(eq(revision.articleId, articleId), lte(revision.createdAt, createdAt)))
    .orderBy(desc(revision.number))
    .limit(1);
  return found && found.block > 0 ? found : null;
}

async function blockOf(ctx: Context, { discussionId, threadId }: { discussionId: string; threadId: string }): Promise<number | null> {
  const placed = await placedThread(ctx.db, placingOf(await visibleDiscussion(ctx, discussionId)), threadId);
  return placed?.blockNumber || null;
}

/**
 * Where a comment stands now: what its permanent link leads to. `from` is null where the thread's first page shows it,
 * `onArticle` true where the article's own page does.
 */
export async function whereIs(ctx: Context, input: { comment: string }): Promise<{ slug: string; readAt?: string; thread: string; from: string | null; onArticle: boolean }> {
  const { id, threadId, discussionId, slug, depth, sequence, sight } = await visibleComment(ctx, input.comment);
  const at = addressOf({ slug, sight });
  // Behind a closed gate one page holds all that is seen.
  if (sight && !sight.isGateOpen) return { ...at, thread: threadId, from: null, onArticle: true };
  const first = await firstCommentOf(ctx.db, threadId);
  const onFirstPage = first !== null && (await branchIds(first, 0)).includes(id);
  const { shares, newest } = await firstView(ctx.db, placingOf(await visibleDiscussion(ctx, discussionId)));
  const onArticle = newest.includes(id) || (depth <= SHOWN_LEVELS && sequence <= (shares.get(threadId) ?? 0));
  return { ...at, thread: threadId, from: onFirstPage ? null : id, onArticle };
}

function placingOf({ id, revisionId }: Where): Placing {
  return { revisionId, head: { discussionId: id } };
}

const MINE_A_PAGE = 20;

/** The reader's own public comments, newest first, from after `after`, an id. `restriction`, `decision`: how and by which one is kept from others; its words are their author's. */
export async function mine({ db, reader }: Context & { reader: Reader }, { after }: { after: string | null }) {
  const rows = await db
    .select({
      id: comment.id,
      body: comment.body,
      at: comment.createdAt,
      sealed: sealed.body,
      restriction: comment.restriction,
      decision: comment.restrictedBy,
      article: { slug: article.slug, title: revision.title, language: revision.language },
    })
    .from(participant)
    .innerJoin(comment, eq(comment.participantId, participant.id))
    .innerJoin(discussion, eq(discussion.id, participant.discussionId))
    .innerJoin(article, eq(article.id, discussion.articleId))
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .leftJoin(sealed, eq(sealed.commentId, comment.id))
    .where(and(eq(participant.memberId, reader.id), eq(discussion.audience, "public"), or(isNull(comment.deletedAt), isNotNull(comment.restriction)), after === null ? undefined : lt(comment.id, after)))
    .orderBy(desc(comment.id))
    .limit(MINE_A_PAGE + 1);
  const page = rows.slice(0, MINE_A_PAGE);
  return {
    comments: page.map(({ body, at, sealed: kept, ...row }) => ({ ...row, beginning: beginningOf(kept ?? body), at: at.toISOString() })),
    next: rows.length > MINE_A_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

const participants = question(["discussion", "member"], (db, given) =>
  db
    .select({ id: participant.id })
    .from(participant)
    .where(and(eq(participant.discussionId, given.discussion), eq(participant.memberId, given.member))),
);

/** Under which id a reader takes part in a discussion; null: not yet. */
export async function participantIn(db: Context["db"], discussionId: string, reader: Reader): Promise<string | null> {
  const [known] = await participants(db, { discussion: discussionId, member: reader.id });
  return known?.id ?? null;
}
