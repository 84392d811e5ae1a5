import { publicPage } from "../../../../../../_asking/pages";
import { queryOf, wholeNumber } from "../../../../../../_asking/request";
import { ComparePage } from "../../../../../../_ui/compare-page";

export const GET = publicPage<"slug" | "number" | "other">(async ({ words, origin, ask, request }, { slug, number, other }) => {
  const after = wholeNumber(queryOf(request, "after")) ?? 0;
  const view = await ask.revisions.compare({ slug, from: wholeNumber(number) ?? 0, to: wholeNumber(other) ?? 0, after });
  return { page: <ComparePage words={words} origin={origin} view={view} after={after ? String(after) : null} />, articles: view.head.id };
});
