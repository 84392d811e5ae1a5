import { reportCsv } from "../../../domain/moderation/transparency";
import { openFile } from "../../_asking/open-file";
import { publicPage } from "../../_asking/pages";
import { queryOf } from "../../_asking/request";

export const GET = publicPage(async ({ ask, request }) => {
  const { report } = await ask.record.report({ month: queryOf(request, "month") });
  return openFile(reportCsv([report]), "text/csv; charset=utf-8", { "content-disposition": `attachment; filename="moderation-${report.month}.csv"` });
});
