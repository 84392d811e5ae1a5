import { publicPage } from "../../../_asking/pages";
import { queryOf, wholeNumber } from "../../../_asking/request";
import { RevisionsPage } from "../../../_ui/revisions-page";

export const GET = publicPage<"slug">(async ({ words, origin, ask, request }, { slug }) => {
  const after = wholeNumber(queryOf(request, "after"));
  const view = await ask.revisions.list({ slug, after });
  return { page: <RevisionsPage words={words} origin={origin} view={view} after={after === null ? null : String(after)} />, articles: view.head.id };
});
