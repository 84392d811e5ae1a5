import { ownPage } from "../../../_asking/pages";
import { queryOf } from "../../../_asking/request";
import { CommentActsPage } from "../../../_ui/comment-acts-page";
import { actsProps } from "./props";

export const GET = ownPage<"id">(async ({ words, ask, request, context }, { id }) => {
  return <CommentActsPage {...actsProps(words, context.reader, await ask.comments.acts({ comment: id }), queryOf(request, "from") ?? "")} error={null} />;
});
