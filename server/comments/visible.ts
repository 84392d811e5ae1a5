/**
 * The guarded accessor: a comment, a discussion or a participant is fetched by its id here or nowhere, so nobody forgets who may see
 * it. `visible…` knows private discussions too and says by its `sight` that one is; `public…` takes them for missing.
 */
import { and, eq, isNull, ne } from "drizzle-orm";
import { article, revision } from "../../db/schema/articles";
import { comment, discussion, participant } from "../../db/schema/discussions";
import { member } from "../../db/schema/members";
import { question } from "../../db/prepared";
import { absentComment, absentDiscussion } from "../articles/absent";
import { type Asking, classDiscussion, type Sight } from "../assignments/sight";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";

const publicDiscussions = question(["id"], (db, given) =>
  db
    .select({
      id: discussion.id,
      articleId: article.id,
      slug: article.slug,
      newest: article.newest,
      revisionId: revision.id,
      title: revision.title,
      language: revision.language,
      opensAt: discussion.opensAt,
      closesAt: discussion.closesAt,
      timeZone: discussion.timeZone,
      mode: discussion.mode,
    })
    .from(discussion)
    .innerJoin(article, eq(article.id, discussion.articleId))
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .where(and(eq(discussion.id, given.id), eq(discussion.audience, "public"), eq(article.state, "published"))),
);

type From = Pick<Context, "db">;

/** A public discussion, with the newest revision of its article. @throws Refusal noSuch.article, withdrawn */
export async function publicDiscussion({ db }: From, id: string) {
  const [found] = await publicDiscussions(db, { id });
  if (!found) throw await absentDiscussion({ db }, id);
  return { ...found, sight: null };
}

export type Where = Omit<Awaited<ReturnType<typeof publicDiscussion>>, "sight"> & { sight: Sight | null };

/** A discussion the reader may see, with the revision of its article that is the newest there. @throws Refusal noSuch.article, withdrawn */
export async function visibleDiscussion(ctx: Asking, id: string): Promise<Where> {
  const [found] = await publicDiscussions(ctx.db, { id });
  if (found) return { ...found, sight: null };
  const seen = await classDiscussion(ctx, { discussion: id });
  if (!seen) throw await absentDiscussion(ctx, id);
  return seen;
}

const commentColumns = {
  id: comment.id,
  threadId: comment.threadId,
  discussionId: comment.discussionId,
  articleId: discussion.articleId,
  slug: article.slug,
  newest: article.newest,
  language: revision.language,
  memberId: participant.memberId,
  teaches: participant.teaches,
  name: member.name,
  memberDeletedAt: member.deletedAt,
  depth: comment.depth,
  sequence: comment.sequence,
  kind: comment.kind,
  body: comment.body,
  version: comment.version,
  createdAt: comment.createdAt,
  deletedAt: comment.deletedAt,
  restrictedBy: comment.restrictedBy,
  restriction: comment.restriction,
};

const publicComments = question(["id"], (db, given) =>
  db
    .select(commentColumns)
    .from(comment)
    .innerJoin(participant, eq(participant.id, comment.participantId))
    .innerJoin(member, eq(member.id, participant.memberId))
    .innerJoin(discussion, eq(discussion.id, comment.discussionId))
    .innerJoin(article, eq(article.id, discussion.articleId))
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .where(and(eq(comment.id, given.id), eq(discussion.audience, "public"), eq(article.state, "published"))),
);

/** Where what is said there is read. */
export function addressOf({ slug, sight }: Pick<Where, "slug" | "sight">): { slug: string; readAt?: string } {
  return sight ? { slug, readAt: sight.readAt } : { slug };
}

/** On whose public pages a change is seen; null: what is private is on none, nor does it make one anew. */
export function publicPagesOf({ articleId, sight }: { articleId: string; sight: Sight | null }): string | null {
  return sight ? null : articleId;
}

/** A comment of a public discussion, with who wrote it. @throws Refusal noSuch.comment, withdrawn */
export async function publicComment({ db }: From, id: string) {
  const [found] = await publicComments(db, { id });
  if (!found) throw await absentComment({ db }, id);
  return { ...found, sight: null };
}

export type VisibleComment = Omit<Awaited<ReturnType<typeof publicComment>>, "sight"> & { sight: Sight | null };

/** A comment the reader may see, with who wrote it. @throws Refusal noSuch.comment, withdrawn */
export async function visibleComment(ctx: Asking, id: string): Promise<VisibleComment> {
  const [found] = await publicComments(ctx.db, { id });
  const seen = found ? { ...found, sight: null } : await classComment(ctx, id);
  if (!seen) throw await absentComment(ctx, id);
  return seen;
}

/** A comment of a private discussion; behind a closed gate a student sees their own and their teachers'. */
async function classComment(ctx: Asking, id: string): Promise<VisibleComment | null> {
  if (!ctx.reader) return null;
  const [found] = await ctx.db
    .select(commentColumns)
    .from(comment)
    .innerJoin(participant, eq(participant.id, comment.participantId))
    .innerJoin(member, eq(member.id, participant.memberId))
    .innerJoin(discussion, eq(discussion.id, comment.discussionId))
    .innerJoin(article, eq(article.id, discussion.articleId))
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .where(and(eq(comment.id, id), ne(discussion.audience, "public")));
  const where = found && (await classDiscussion(ctx, { discussion: found.discussionId }));
  if (!where) return null;
  const isSeen = where.sight.isGateOpen || found.memberId === ctx.reader.id || found.teaches !== null;
  return isSeen ? { ...found, newest: where.newest, language: where.language, sight: where.sight } : null;
}

/** A participant of a public discussion, while they have an account. @throws Refusal noSuch.member */
export async function publicParticipant({ db }: Pick<Context, "db">, id: string) {
  const [found] = await db
    .select({ id: participant.id, discussionId: participant.discussionId, memberId: participant.memberId, name: member.name })
    .from(participant)
    .innerJoin(member, eq(member.id, participant.memberId))
    .innerJoin(discussion, eq(discussion.id, participant.discussionId))
    .innerJoin(article, eq(article.id, discussion.articleId))
    .where(and(eq(participant.id, id), isNull(member.deletedAt), eq(discussion.audience, "public"), eq(article.state, "published")));
  if (!found) throw noSuch("member");
  return found;
}
