import { isCarryGroup } from "../../../../domain/carry-over";
import { seeOther } from "../../../_asking/answers";
import { editorPage } from "../../../_asking/pages";
import { queryOf } from "../../../_asking/request";
import { ReviewPage } from "../../../_ui/editor/review-page";
import { articlePath } from "../../../_ui/paths";

/** What a draft does to the discussion, before it is published. Whoever waited for that is led to what came of it. */
export const GET = editorPage<"slug">(async ({ words, ask, request, context }, { slug }) => {
  const { state, hasDraft } = await ask.editing.article({ slug });
  if (state === "published" && !hasDraft) return seeOther(words.to(articlePath(encodeURIComponent(slug))));
  const [wished, after] = [queryOf(request, "group"), queryOf(request, "after")];
  const review = await ask.revising.review({ slug, group: isCarryGroup(wished) ? wished : null, after });
  return <ReviewPage words={words} reader={context.reader} review={review} error={null} />;
});
