import { isHouseRule } from "../../domain/moderation/house-rules";
import type { CommentView } from "../../domain/thread";
import { Icon } from "./icon";
import { groundName } from "./moderation/reasons-fields";
import type { Words } from "./words";

/** What is left of a comment that is gone: its place, by whom and when, or on what ground. No name, no text; its replies stay. */
export function Tombstone({ words, comment }: { words: Words; comment: CommentView }) {
  const day = words.day(comment.deletedAt ?? comment.at);
  return (
    <article className="comment" id={`c-${comment.id}`} data-comment-id={comment.id} aria-label={words.t("tombstone.label")}>
      <p className="tombstone">
        <Icon name="ban" />
        <span>{comment.restricted ? restrictedSays(words, comment.restricted) : words.t("tombstone.deleted", { day })}</span>
      </p>
    </article>
  );
}

function restrictedSays(words: Words, { how, ground, isAutomatic }: NonNullable<CommentView["restricted"]>): string {
  if (isAutomatic || ground === "review") return words.t("tombstone.waits");
  const rule = isHouseRule(ground) || ground === "law" ? groundName(words, ground) : ground;
  return words.t(`tombstone.${how}`, { rule });
}
