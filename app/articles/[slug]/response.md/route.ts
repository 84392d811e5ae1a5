import { fileAnswer } from "../../../_asking/file-answer";
import { ownPage } from "../../../_asking/pages";
import { queryOf } from "../../../_asking/request";
import { responsePath } from "../../../_ui/paths";
import { markdownEnd, markdownGroup, markdownHead } from "../../../_ui/response-markdown";

export const GET = ownPage<"slug">(async ({ words, ask, request, origin }, { slug }) => {
  const { view, groups } = await ask.answers.file({ slug, after: queryOf(request, "after") });
  const about = { words, origin, slug, language: view.head.language };
  const next = view.next === null ? null : `${origin}${words.to(`${responsePath(encodeURIComponent(slug))}.md`)}?after=${encodeURIComponent(view.next)}`;
  const text = [markdownHead(words, view), ...groups.map((group) => markdownGroup(about, group)), markdownEnd(words, view, next)].join("");
  return fileAnswer(text, "text/markdown; charset=utf-8", `${slug}-response.md`);
});
