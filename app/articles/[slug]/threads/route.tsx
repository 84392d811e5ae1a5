import { isCommentKind } from "../../../../domain/thread";
import { isAnswerOrNone, isThreadOrder, type ThreadWish } from "../../../../domain/thread-list";
import { noSuch } from "../../../../server/refusals";
import { publicPage, turnOf } from "../../../_asking/pages";
import { queryOf } from "../../../_asking/request";
import { ThreadListPage } from "../../../_ui/thread-list-page";

export const GET = publicPage<"slug">(async ({ words, origin, ask, request, now }, { slug }) => {
  const wish = wishOf(request);
  const after = queryOf(request, "after");
  const view = await ask.articles.threads({ slug, ...wish, after });
  return { page: <ThreadListPage words={words} origin={origin} view={view} wish={wish} after={after} now={now} />, articles: view.head.id, until: turnOf(view.head, now) };
});

/** An order or a kind that there is not is an address that there is not: made-up ones fill no store. @throws Refusal noSuch.page */
function wishOf(request: Request): ThreadWish {
  const [order, kind, answer, by] = [queryOf(request, "order") ?? "place", queryOf(request, "kind"), queryOf(request, "answer"), queryOf(request, "by")];
  if (!isThreadOrder(order) || (kind !== null && !isCommentKind(kind)) || (answer !== null && !isAnswerOrNone(answer))) throw noSuch("page");
  return { order, kind, answer, by };
}
