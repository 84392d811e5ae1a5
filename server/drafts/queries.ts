/** A reader's own drafts. */
import { and, desc, eq, isNotNull, lt, or } from "drizzle-orm";
import { article, block, revision } from "../../db/schema/articles";
import { comment, discussion, participant } from "../../db/schema/discussions";
import { draft } from "../../db/schema/drafts";
import { member } from "../../db/schema/members";
import { beginningOf } from "../../domain/comment-text";
import { cursorOf, readCursor } from "../../domain/cursors";
import type { DraftText } from "../../domain/drafts";
import type { Reader } from "../../domain/permissions";
import { shownNameOf } from "../comments/rows";
import { visibleDiscussion } from "../comments/visible";
import type { Context } from "../trpc";

type Own = Pick<Context, "db"> & { reader: Reader };
type Place = { discussion: string; place: string };

/** The row of the reader's draft at a place, emptied or not. */
export async function ownDraft({ db, reader }: Own, { discussion: discussionId, place }: Place) {
  const [found] = await db
    .select()
    .from(draft)
    .where(and(eq(draft.memberId, reader.id), eq(draft.discussionId, discussionId), eq(draft.place, place)));
  return found ?? null;
}

/** `version` 0: there never was one. `body` empty: it was posted or thrown away. */
export type DraftView = DraftText & { version: number; updatedAt: string | null };

/** What is kept at a place. */
export async function draftAt(ctx: Context & { reader: Reader }, input: Place): Promise<DraftView> {
  await visibleDiscussion(ctx, input.discussion);
  const kept = await ownDraft(ctx, input);
  return kept ? { body: kept.body, kind: kept.kind, proposal: kept.proposal, version: kept.version, updatedAt: kept.updatedAt.toISOString() } : { body: "", kind: null, version: 0, updatedAt: null };
}

/** The places in a discussion where the reader keeps a draft, so that a page can say so: a hundred at most. */
export async function draftPlaces({ db, reader }: Own, discussionId: string) {
  const rows = await db
    .select({ place: draft.place, version: draft.version, updatedAt: draft.updatedAt })
    .from(draft)
    .where(and(eq(draft.memberId, reader.id), eq(draft.discussionId, discussionId), isNotNull(draft.slot)));
  return rows.map(({ updatedAt, ...row }) => ({ ...row, updatedAt: updatedAt.toISOString() }));
}

const DRAFTS_A_PAGE = 20;

/** The reader's drafts, newest first, each with where it belongs; also those whose place is gone, whole. */
export async function drafts({ db, reader }: Own, { after }: { after: string | null }) {
  const last = after === null ? null : readCursor(after);
  const before = last && new Date(last.at);
  const rows = await db
    .select({ draft, slug: article.slug, state: article.state, title: revision.title, language: revision.language, block: block.number, deletedAt: comment.deletedAt, name: shownNameOf, memberDeletedAt: member.deletedAt })
    .from(draft)
    .innerJoin(discussion, eq(discussion.id, draft.discussionId))
    .innerJoin(article, eq(article.id, discussion.articleId))
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .leftJoin(block, and(eq(block.revisionId, revision.id), eq(block.blockId, draft.blockId)))
    .leftJoin(comment, eq(comment.id, draft.commentId))
    .leftJoin(participant, eq(participant.id, comment.participantId))
    .leftJoin(member, eq(member.id, participant.memberId))
    .where(and(eq(draft.memberId, reader.id), isNotNull(draft.slot), before && last ? or(lt(draft.updatedAt, before), and(eq(draft.updatedAt, before), lt(draft.id, last.id))) : undefined))
    .orderBy(desc(draft.updatedAt), desc(draft.id))
    .limit(DRAFTS_A_PAGE + 1);
  const end = rows.length > DRAFTS_A_PAGE ? rows[DRAFTS_A_PAGE - 1]?.draft : undefined;
  return { drafts: rows.slice(0, DRAFTS_A_PAGE).map(viewOf), next: end ? cursorOf({ at: end.updatedAt.getTime(), id: end.id }) : null };
}

type Row = {
  draft: typeof draft.$inferSelect;
  slug: string;
  state: (typeof article.$inferSelect)["state"];
  title: string;
  language: string;
  block: number | null;
  deletedAt: Date | null;
  name: string | null;
  memberDeletedAt: Date | null;
};

function viewOf({ draft: own, slug, title, language, ...place }: Row) {
  const gone = goneOf({ draft: own, ...place });
  return {
    discussion: own.discussionId,
    place: own.place,
    article: { slug, title, language },
    /** Its number in the newest revision; null: not on a block, or it is gone. */
    block: place.block,
    /** Whom it answers; null on an edit, on no reply, and where that one is deleted. */
    answers: own.place.startsWith("reply:") && place.deletedAt === null && place.memberDeletedAt === null ? place.name : null,
    /** What is no longer there to comment on. */
    gone,
    kind: own.kind,
    beginning: beginningOf(own.body),
    /** All of it where it cannot be continued, so that it can be taken elsewhere. */
    body: gone ? own.body : null,
    version: own.version,
    updatedAt: own.updatedAt.toISOString(),
  };
}

function goneOf({ draft: own, state, block: number, deletedAt }: Pick<Row, "draft" | "state" | "block" | "deletedAt">): "article" | "block" | "comment" | null {
  if (state !== "published") return "article";
  if (own.blockId !== null && number === null) return "block";
  return deletedAt ? "comment" : null;
}
