import { editorPage } from "../../../_asking/pages";
import { queryOf } from "../../../_asking/request";
import { DiscussionPage } from "../../../_ui/editor/discussion-page";

export const GET = editorPage<"slug">(async ({ words, ask, request, context }, { slug }) => {
  const discussion = await ask.discussions.settings({ slug });
  const notice = queryOf(request, "saved") === null ? null : words.t("discussion.saved");
  return <DiscussionPage words={words} reader={context.reader} discussion={discussion} written={null} error={null} notice={notice} now={context.now()} />;
});
