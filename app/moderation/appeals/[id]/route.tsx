import { noSuch } from "../../../../server/refusals";
import { ownPage } from "../../../_asking/pages";
import { queryOf } from "../../../_asking/request";
import { AppealPage } from "../../../_ui/moderation/appeal-page";

export const GET = ownPage<"id">(async ({ words, ask, request, context }, { id }) => {
  const appeal = await ask.appeals.case({ appeal: id });
  if (!context.reader) throw noSuch("page");
  return <AppealPage words={words} reader={context.reader} appeal={appeal} isDone={queryOf(request, "done") !== null} values={null} error={null} />;
});
