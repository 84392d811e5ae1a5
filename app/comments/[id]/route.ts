import { seeOther } from "../../_asking/answers";
import { ownPage } from "../../_asking/pages";
import { threadPath } from "../../_ui/paths";

/** A comment's lasting address leads to where it stands today. */
export const GET = ownPage<"id">(async ({ words, ask }, { id }) => {
  const { slug, readAt, thread, from } = await ask.comments.where({ comment: id });
  return seeOther(`${words.to(threadPath({ slug: encodeURIComponent(slug), readAt }, thread, { from: from ?? undefined }))}#c-${id}`);
});
