import { editorPage } from "../../../_asking/pages";
import { DiscardPage } from "../../../_ui/editor/discard-page";

export const GET = editorPage<"slug">(async ({ words, ask, context }, { slug }) => <DiscardPage words={words} reader={context.reader} draft={await ask.editing.draft({ slug })} />);
