import { fileAnswer } from "../../_asking/file-answer";
import { ownPage } from "../../_asking/pages";
import { queryOf } from "../../_asking/request";

/** For administrators alone. */
export const GET = ownPage(async ({ ask, request }) => {
  const { month, csv } = await ask.record.statements({ month: queryOf(request, "month") });
  return fileAnswer(csv, "text/csv; charset=utf-8", `statements-${month}.csv`);
});
