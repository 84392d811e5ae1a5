import { publicPage, turnOf } from "../../_asking/pages";
import { ArticlePage } from "../../_ui/article-page";

export const GET = publicPage<"slug">(async ({ words, origin, ask, now }, { slug }) => {
  const view = await ask.articles.view({ slug });
  return { page: <ArticlePage words={words} origin={origin} view={view} now={now} />, articles: view.head.id, until: turnOf(view.head, now) };
});
