import type { ArticleHead } from "../../domain/reading";
import type { Words } from "./words";

/** Where a comment is shown: its links need the article and the discussion, its labels the words. */
export type Place = { words: Words; slug: string; discussionId: string; revision: number; /** BCP 47, of the article. */ language: string };

export function placeOf(words: Words, head: Pick<ArticleHead, "slug" | "discussionId" | "revision" | "language">): Place {
  return { words, slug: head.slug, discussionId: head.discussionId, revision: head.revision, language: head.language };
}
