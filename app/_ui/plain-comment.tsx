import type { CommentView } from "../../domain/thread";
import { CommentBody } from "./comment-body";
import type { Place } from "./place";
import { Proposal } from "./proposal";
import { Tombstone } from "./tombstone";
import { Who } from "./who";

/** A comment among thousands, for print and archives: what was said, by whom and when, and nothing to press but its address. */
export function PlainComment({ place, comment }: { place: Place; comment: CommentView }) {
  const { by } = comment;
  if (by === null) return <Tombstone words={place.words} comment={comment} />;
  return (
    <article className="comment" id={`c-${comment.id}`} data-comment-id={comment.id}>
      <Who place={place} comment={comment} by={by} answers={comment.answering ?? null} plain />
      {comment.proposal !== null && <Proposal words={place.words} proposal={comment.proposal} language={place.language} />}
      <CommentBody words={place.words} body={comment.body} />
    </article>
  );
}
