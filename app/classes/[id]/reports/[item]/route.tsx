import { classPageOf, undoneOn } from "../../../../_asking/classes";
import { queryOf } from "../../../../_asking/request";
import { ClassCasePage } from "../../../../_ui/class-reports/case-page";

export const GET = classPageOf<"id" | "item">(async ({ words, reader, ask, request }, { id, item }) => {
  const batch = queryOf(request, "decided");
  const [view, done] = await Promise.all([ask.classReports.case({ class: id, item }), batch === null ? null : ask.classReports.done({ class: id, batch })]);
  return <ClassCasePage words={words} reader={reader} view={view} done={done} says={undoneOn(request, words)} values={null} error={null} />;
});
