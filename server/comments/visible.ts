/** The guarded accessor: a comment, a discussion or a participant is fetched by its id here or nowhere, so nobody forgets who may see it. */
import { and, eq, isNull } from "drizzle-orm";
import { article, revision } from "../../db/schema/articles";
import { comment, discussion, participant } from "../../db/schema/discussions";
import { member } from "../../db/schema/members";
import { question } from "../../db/prepared";
import { absentComment, absentDiscussion } from "../articles/absent";
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

/** A discussion the reader may see, with the newest revision of its article. @throws Refusal noSuch.article, withdrawn */
export async function visibleDiscussion({ db }: Pick<Context, "db">, id: string) {
  const [found] = await publicDiscussions(db, { id });
  if (!found) throw await absentDiscussion({ db }, id);
  return found;
}

const publicComments = question(["id"], (db, given) =>
  db
    .select({
      id: comment.id,
      threadId: comment.threadId,
      discussionId: comment.discussionId,
      articleId: discussion.articleId,
      slug: article.slug,
      newest: article.newest,
      language: revision.language,
      memberId: participant.memberId,
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
    })
    .from(comment)
    .innerJoin(participant, eq(participant.id, comment.participantId))
    .innerJoin(member, eq(member.id, participant.memberId))
    .innerJoin(discussion, eq(discussion.id, comment.discussionId))
    .innerJoin(article, eq(article.id, discussion.articleId))
    .innerJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest)))
    .where(and(eq(comment.id, given.id), eq(discussion.audience, "public"), eq(article.state, "published"))),
);

/** A comment the reader may see, with who wrote it. @throws Refusal noSuch.comment, withdrawn */
export async function visibleComment({ db }: Pick<Context, "db">, id: string) {
  const [found] = await publicComments(db, { id });
  if (!found) throw await absentComment({ db }, id);
  return found;
}

export type VisibleComment = Awaited<ReturnType<typeof visibleComment>>;

/** A participant of a discussion the reader may see, while they have an account. @throws Refusal noSuch.member */
export async function visibleParticipant({ db }: Pick<Context, "db">, id: string) {
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
