import { seeOther } from "../../_asking/answers";
import { ownPage } from "../../_asking/pages";
import { queryOf } from "../../_asking/request";
import { NoticesPage } from "../../_ui/notices-page";
import { noticesPath, withQuery } from "../../_ui/paths";

export const GET = ownPage(async ({ words, ask, request, context }) => {
  if (!context.reader) return seeOther(withQuery(words.to("/sign-in"), { next: words.to(noticesPath()) }));
  const after = queryOf(request, "after");
  return <NoticesPage words={words} reader={context.reader} {...await ask.notices.list({ after })} after={after} />;
});
