import { publicPage } from "../../_asking/pages";
import { queryOf } from "../../_asking/request";
import { ReportPage } from "../../_ui/moderation/report-page";

export const GET = publicPage(async ({ words, ask, origin, request }) => ({ page: <ReportPage words={words} origin={origin} {...await ask.record.report({ month: queryOf(request, "month") })} />, articles: "" }));
