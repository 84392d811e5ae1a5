import { composePath } from "./paths";
import type { Place } from "./place";

/** Where a script begins when it makes the address to comment on words that somebody chose. */
export function composeBase({ words, discussionId, revision }: Place): string {
  return words.to(composePath({ discussion: discussionId, revision }));
}
