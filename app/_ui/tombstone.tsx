import type { CommentView } from "../../domain/thread";
import { Icon } from "./icon";
import type { Words } from "./words";

/** What is left of a comment that is gone: its place, by whom and when. No name, no text; its replies stay. */
export function Tombstone({ words, comment }: { words: Words; comment: CommentView }) {
  const day = words.day(comment.deletedAt ?? comment.at);
  return (
    <article className="comment" id={`c-${comment.id}`} data-comment-id={comment.id} aria-label={words.t("tombstone.label")}>
      <p className="tombstone">
        <Icon name="ban" />
        <span>{words.t("tombstone.deleted", { day })}</span>
      </p>
    </article>
  );
}
