import { assignmentWish } from "../../../../../server/assignments/wish";
import { classPageOf } from "../../../../_asking/classes";
import { queryOf } from "../../../../_asking/request";
import { AssignmentFormPage } from "../../../../_ui/classes/assignment-form-page";
import { ChooseArticlePage } from "../../../../_ui/classes/choose-article-page";
import { classPath } from "../../../../_ui/paths";

/** First the article, then everything about it. */
export const GET = classPageOf<"id">(async ({ words, reader, ask, request }, { id }) => {
  const [article, search, after] = [queryOf(request, "article"), queryOf(request, "search") ?? "", queryOf(request, "after")];
  const view = await ask.assignments.articlesToSet({ class: id, search, after });
  if (article === null) return <ChooseArticlePage words={words} reader={reader} view={view} search={search} after={after} />;
  const { head, revisions } = await ask.revisions.list({ slug: article });
  const written = { wish: assignmentWish.parse({}), hasPseudonyms: false, grouping: { how: "together" as const, number: "" } };
  return <AssignmentFormPage words={words} reader={reader} of={view.class} timeZone={view.class.timeZone} about={head} revisions={revisions} path={classPath(id, "assignments/new")} hidden={{ class: id, article }} existing={null} written={written} done={null} error={null} />;
});
