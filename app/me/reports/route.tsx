import { seeOther } from "../../_asking/answers";
import { ownPage } from "../../_asking/pages";
import { queryOf } from "../../_asking/request";
import { OwnReportsPage } from "../../_ui/own-reports-page";
import { ownReportsPath, withQuery } from "../../_ui/paths";

export const GET = ownPage(async ({ words, ask, request, context }) => {
  if (!context.reader) return seeOther(withQuery(words.to("/sign-in"), { next: words.to(ownReportsPath()) }));
  const after = queryOf(request, "after");
  return <OwnReportsPage words={words} reader={context.reader} own={await ask.reports.mine({ after })} after={after} />;
});
