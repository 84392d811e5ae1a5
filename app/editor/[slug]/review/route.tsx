import { isCarryGroup } from "../../../../domain/carry-over";
import { editorPage } from "../../../_asking/pages";
import { queryOf } from "../../../_asking/request";
import { ReviewPage } from "../../../_ui/editor/review-page";

/** What a draft does to the discussion, before it is published. */
export const GET = editorPage<"slug">(async ({ words, ask, request, context }, { slug }) => {
  const [wished, after] = [queryOf(request, "group"), queryOf(request, "after")];
  const review = await ask.revising.review({ slug, group: isCarryGroup(wished) ? wished : null, after });
  return <ReviewPage words={words} reader={context.reader} review={review} error={null} />;
});
