import { editorPage } from "../../../../_asking/pages";
import { DraftBlockPage } from "../../../../_ui/editor/block-page";

export const GET = editorPage<"slug" | "block">(async ({ words, ask, context }, { slug, block }) => {
  const [{ title }, view] = await Promise.all([ask.editing.article({ slug }), ask.editing.block({ slug, block })]);
  return <DraftBlockPage words={words} reader={context.reader} title={title} view={view} written={null} error={null} />;
});
