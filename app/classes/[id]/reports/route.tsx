import { classPageOf, undoneOn } from "../../../_asking/classes";
import { queryOf } from "../../../_asking/request";
import { ClassReportsPage } from "../../../_ui/class-reports/list-page";

/** Who has opened the list has read the notices that lead to it. */
export const GET = classPageOf<"id">(async ({ words, reader, ask, request, context }, { id }) => {
  const [after, batch] = [queryOf(request, "after"), queryOf(request, "decided")];
  const [view, done] = await Promise.all([ask.classReports.list({ class: id, after }), batch === null ? null : ask.classReports.done({ class: id, batch })]);
  await ask.notices.markOf({ subject: view.class.id });
  return <ClassReportsPage words={words} now={context.now()} reader={reader} view={view} after={after} done={done} says={undoneOn(request, words)} />;
});
