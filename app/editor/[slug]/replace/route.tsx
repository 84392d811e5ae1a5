import { editorPage } from "../../../_asking/pages";
import { ReplacePage } from "../../../_ui/editor/replace-page";

export const GET = editorPage<"slug">(async ({ words, ask, context }, { slug }) => <ReplacePage words={words} reader={context.reader} draft={await ask.editing.draft({ slug })} values={{ text: "", url: "" }} error={null} />);
