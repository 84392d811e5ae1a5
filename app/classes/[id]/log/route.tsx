import { classPageOf } from "../../../_asking/classes";
import { queryOf, wholeNumber } from "../../../_asking/request";
import { ClassLogPage } from "../../../_ui/classes/log-page";

export const GET = classPageOf<"id">(async ({ words, reader, ask, request }, { id }) => {
  const after = wholeNumber(queryOf(request, "after"));
  return <ClassLogPage words={words} reader={reader} view={await ask.classes.log({ class: id, after })} after={after} />;
});
