import { publicPage } from "../../_asking/pages";
import { ArticlePage } from "../../_ui/article-page";

export const GET = publicPage<"slug">(async ({ words, origin, ask }, { slug }) => {
  const view = await ask.articles.view({ slug });
  return { page: <ArticlePage words={words} origin={origin} view={view} />, articles: view.head.id };
});
