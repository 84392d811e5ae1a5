import type { ArticleHead } from "../../domain/reading";
import type { Words } from "./words";

/** Where a comment is shown: its links need the article and the discussion, its labels the words. */
export type Place = { words: Words; slug: string; /** Of a class's discussion: the page it is read on. */ readAt?: string; discussionId: string; revision: number; /** BCP 47, of the article. */ language: string };

export function placeOf(words: Words, head: Pick<ArticleHead, "slug" | "readAt" | "discussionId" | "revision" | "language">): Place {
  return { words, slug: head.slug, ...(head.readAt === undefined ? {} : { readAt: head.readAt }), discussionId: head.discussionId, revision: head.revision, language: head.language };
}
