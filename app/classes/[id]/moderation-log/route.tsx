import { classPageOf } from "../../../_asking/classes";
import { queryOf, wholeNumber } from "../../../_asking/request";
import { ClassModerationLogPage } from "../../../_ui/class-reports/log-page";

export const GET = classPageOf<"id">(async ({ words, reader, ask, request }, { id }) => {
  const after = wholeNumber(queryOf(request, "after"));
  return <ClassModerationLogPage words={words} reader={reader} view={await ask.classReports.log({ class: id, after })} after={after} />;
});
