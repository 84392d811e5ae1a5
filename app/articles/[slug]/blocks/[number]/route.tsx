import { publicPage } from "../../../../_asking/pages";
import { queryOf, wholeNumber } from "../../../../_asking/request";
import { BlockPage } from "../../../../_ui/block-page";

export const GET = publicPage<"slug" | "number">(async ({ words, origin, ask, request }, { slug, number }) => {
  const after = wholeNumber(queryOf(request, "after")) ?? 0;
  const view = await ask.articles.block({ slug, number: wholeNumber(number) ?? 0, after });
  return { page: <BlockPage words={words} origin={origin} view={view} after={after ? String(after) : null} />, articles: view.head.id };
});
