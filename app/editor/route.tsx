import { editorPage } from "../_asking/pages";
import { queryOf } from "../_asking/request";
import { EditorListPage } from "../_ui/editor/list-page";

export const GET = editorPage(async ({ words, ask, request, context }) => {
  const shown = { drafts: queryOf(request, "drafts"), articles: queryOf(request, "articles") };
  const [{ drafts, next }, { articles, next: nextArticles }] = await Promise.all([ask.editing.drafts({ after: shown.drafts }), ask.editing.articles({ after: shown.articles })]);
  const lists = { drafts, articles, shown, next: { drafts: next, articles: nextArticles } };
  return <EditorListPage words={words} reader={context.reader} {...lists} values={{ text: "", url: queryOf(request, "url") ?? "", language: "" }} error={null} />;
});
