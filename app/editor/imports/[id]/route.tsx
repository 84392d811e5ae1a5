import { seeOther } from "../../../_asking/answers";
import { editorPage } from "../../../_asking/pages";
import { ImportPage } from "../../../_ui/editor/import-page";
import { editorPath } from "../../../_ui/paths";

/** Ends on the draft that was made, or on the list where that is gone already. */
export const GET = editorPage<"id">(async ({ words, ask, context }, { id }) => {
  const status = await ask.editing.importing({ id });
  if (status.phase === "done") return seeOther(words.to(status.slug === null ? "/editor" : editorPath(encodeURIComponent(status.slug))));
  return <ImportPage words={words} reader={context.reader} id={id} status={status} />;
});
