import { noSuch } from "../../../../../server/refusals";
import { editorPage } from "../../../../_asking/pages";
import { AnsweringPage } from "../../../../_ui/editor/answering-page";

export const GET = editorPage<"slug" | "thread">(async ({ words, ask, context }, { slug, thread }) => {
  const found = await ask.answers.of({ thread });
  if (found.slug !== slug) throw noSuch("thread");
  return <AnsweringPage words={words} reader={context.reader} thread={found} written={null} error={null} />;
});
