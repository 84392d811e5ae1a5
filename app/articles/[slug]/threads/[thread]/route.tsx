import { publicPage } from "../../../../_asking/pages";
import { queryOf, wholeNumber } from "../../../../_asking/request";
import { ThreadPage } from "../../../../_ui/thread-page";

export const GET = publicPage<"slug" | "thread">(async ({ words, origin, ask, request }, { slug, thread }) => {
  const after = wholeNumber(queryOf(request, "after")) ?? 0;
  const view = await ask.articles.thread({ slug, thread, from: queryOf(request, "from"), after });
  return { page: <ThreadPage words={words} origin={origin} view={view} />, articles: view.head.id };
});
