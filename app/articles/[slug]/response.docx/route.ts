import { fileAnswer } from "../../../_asking/file-answer";
import { ownPage } from "../../../_asking/pages";
import { queryOf } from "../../../_asking/request";
import { responsePath } from "../../../_ui/paths";
import { responseDocx } from "../../../_ui/response-docx";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export const GET = ownPage<"slug">(async ({ words, ask, request, origin }, { slug }) => {
  const { view, groups } = await ask.answers.file({ slug, after: queryOf(request, "after") });
  const next = view.next === null ? null : `${origin}${words.to(`${responsePath(encodeURIComponent(slug))}.docx`)}?after=${encodeURIComponent(view.next)}`;
  const file = await responseDocx({ words, origin, view, groups, next });
  return fileAnswer(new Uint8Array(file), WORD, `${slug}-response.docx`);
});
