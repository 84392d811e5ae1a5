/** On which articles' pages a member is named. */
import { eq } from "drizzle-orm";
import type { Db } from "../../db/client";
import { discussion, participant } from "../../db/schema/discussions";
import { ANY_ARTICLE, ARTICLES_IN_A_NOTICE } from "../../db/write-together";

/** For events: the ids of those articles, or the word for all where they are many. Null: a member who is named nowhere. */
export async function articlesNaming(db: Db, memberId: string): Promise<(string | null)[]> {
  const rows = await db
    .select({ articleId: discussion.articleId })
    .from(participant)
    .innerJoin(discussion, eq(discussion.id, participant.discussionId))
    .where(eq(participant.memberId, memberId))
    .groupBy(discussion.articleId)
    .limit(ARTICLES_IN_A_NOTICE + 1);
  if (rows.length > ARTICLES_IN_A_NOTICE) return [ANY_ARTICLE];
  return rows.length === 0 ? [null] : rows.map(({ articleId }) => articleId);
}
