import { seeOther } from "../../_asking/answers";
import { ownPage } from "../../_asking/pages";
import { queryOf } from "../../_asking/request";
import { DraftsPage } from "../../_ui/drafts-page";
import { withQuery } from "../../_ui/paths";

export const GET = ownPage(async ({ words, ask, request, context }) => {
  if (!context.reader) return seeOther(withQuery(words.to("/sign-in"), { next: words.to("/me/drafts") }));
  const after = queryOf(request, "after");
  const { drafts, next } = await ask.drafts.list({ after });
  return <DraftsPage words={words} reader={context.reader} drafts={drafts} next={next} after={after} />;
});
