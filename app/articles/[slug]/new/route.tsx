import { seeOther } from "../../../_asking/answers";
import { ownPage } from "../../../_asking/pages";
import { queryOf } from "../../../_asking/request";
import { CatchUpPage } from "../../../_ui/catch-up-page";
import { newPath, withQuery } from "../../../_ui/paths";

/** Read marks are a member's: a visitor is led to sign in, and back. */
export const GET = ownPage<"slug">(async ({ words, ask, request, context }, { slug }) => {
  const head = await ask.articles.head({ slug });
  const after = queryOf(request, "after");
  if (!context.reader) return seeOther(withQuery(words.to("/sign-in"), { next: words.to(newPath(head.slug)) }));
  const unread = await ask.reading.catchUp({ discussion: head.discussionId, after });
  return <CatchUpPage words={words} reader={context.reader} head={head} unread={unread} after={after} isMarked={queryOf(request, "marked") !== null} />;
});
