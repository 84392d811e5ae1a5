import { publicPage } from "./_asking/pages";
import { queryOf } from "./_asking/request";
import { ArticleListPage } from "./_ui/article-list-page";

export const GET = publicPage(async ({ words, origin, ask, request }) => {
  const after = queryOf(request, "after");
  return { page: <ArticleListPage words={words} origin={origin} view={await ask.articles.list({ after })} after={after} />, articles: "*" };
});
