import { administrationPage } from "../../../_asking/administration";
import { queryOf, wholeNumber } from "../../../_asking/request";
import { AdministrationClassLogPage } from "../../../_ui/classes/log-page";

export const GET = administrationPage<"id">(async ({ words, reader, ask, request }, { id }) => {
  const after = wholeNumber(queryOf(request, "after"));
  return <AdministrationClassLogPage words={words} reader={reader} view={await ask.classes.logOf({ class: id, after })} after={after} />;
});
