import { moderatorPage } from "../../../_asking/moderators";
import { LeftCasePage } from "../../../_ui/moderation/left-case-page";

/** What a class leaves to moderators. */
export const GET = moderatorPage<"id">(async ({ words, reader, ask }, { id }) => {
  const view = await ask.moderation.classCase({ item: id });
  return <LeftCasePage words={words} reader={reader} view={view} values={null} error={null} />;
});
