import { publicPage } from "../../_asking/pages";
import { ArticlePage } from "../../_ui/article-page";

export const GET = publicPage<"slug">(async ({ words, ask }, { slug }) => {
  const view = await ask.articles.view({ slug });
  return { page: <ArticlePage words={words} view={view} />, articles: view.head.id };
});
