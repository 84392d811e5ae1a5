import { moderatorPage } from "../../../../_asking/moderators";
import { queryOf, wholeNumber } from "../../../../_asking/request";
import { MovePage } from "../../../../_ui/moderation/move-page";

/** The passages that a thread may be moved to. */
export const GET = moderatorPage<"id">(async ({ words, reader, ask, request }, { id }) => {
  const passages = await ask.moderation.passages({ item: id, query: (queryOf(request, "query") ?? "").slice(0, 200), page: wholeNumber(queryOf(request, "page")) || 1 });
  return <MovePage words={words} reader={reader} passages={passages} values={{ ground: "off-subject", law: "", facts: words.t("moderation.rules.off-subject.says") }} error={null} />;
});
