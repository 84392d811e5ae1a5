import { publicPage, turnOf } from "../../../../_asking/pages";
import { wholeNumber } from "../../../../_asking/request";
import { ArticlePage } from "../../../../_ui/article-page";

export const GET = publicPage<"slug" | "number">(async ({ words, origin, ask, now }, { slug, number }) => {
  const view = await ask.articles.view({ slug, revision: wholeNumber(number) ?? 0 });
  return { page: <ArticlePage words={words} origin={origin} view={view} now={now} />, articles: view.head.id, until: turnOf(view.head, now) };
});
