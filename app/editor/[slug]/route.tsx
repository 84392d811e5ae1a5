import { editorPage } from "../../_asking/pages";
import { queryOf, wholeNumber } from "../../_asking/request";
import { DraftPage } from "../../_ui/editor/draft-page";
import { PublicArticlePage } from "../../_ui/editor/public-page";

/** A draft is corrected here; what is published has its address and its withdrawal, and perhaps the draft of a next revision. */
export const GET = editorPage<"slug">(async ({ words, ask, request, context }, { slug }) => {
  const article = await ask.editing.article({ slug });
  const isAbout = queryOf(request, "about") !== null;
  if (article.state === "withdrawn" || (article.state === "published" && (isAbout || !article.hasDraft))) return <PublicArticlePage words={words} reader={context.reader} article={article} written={{}} error={null} />;
  const draft = await ask.editing.draft({ slug, page: wholeNumber(queryOf(request, "page")) ?? 1, at: queryOf(request, "at") });
  const others = queryOf(request, "others") === null ? null : words.t("editor.revising.others");
  const notice = queryOf(request, "saved") === null ? others : words.t("editor.head.saved");
  return <DraftPage words={words} reader={context.reader} draft={draft} values={null} error={null} notice={notice} />;
});
