import type { Ask } from "../../../_asking/pages";
import type { CommentActsProps } from "../../../_ui/comment-acts-page";
import type { Words } from "../../../_ui/words";

type Acts = Awaited<ReturnType<Ask["comments"]["acts"]>>;

/** The page of a comment's acts, from what the procedure tells; the form that deletes comes back to it when refused. `from`: where that leads back to. */
export function actsProps(words: Words, reader: { name: string } | null, acts: Acts, from = ""): Omit<CommentActsProps, "error"> {
  const { comment, slug, readAt, thread, language, discussion, revision, written, may, muted, earlier } = acts;
  return {
    place: { words, slug, ...(readAt === undefined ? {} : { readAt }), discussionId: discussion, revision, language },
    thread,
    comment,
    can: may,
    written,
    muted,
    history: earlier.map(({ body, proposal, replacedAt }, place) => ({ body, proposal: proposal === (place === 0 ? comment.proposal?.after : earlier[place - 1]?.proposal) ? null : proposal, until: replacedAt })),
    reader,
    hidden: { comment: comment.id, ...(from === "" ? {} : { from }) },
  };
}
