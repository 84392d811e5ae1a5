import { administrationPage } from "../../_asking/administration";
import { queryOf } from "../../_asking/request";
import { AllClassesPage } from "../../_ui/classes/log-page";

export const GET = administrationPage(async ({ words, reader, ask, request }) => {
  const after = queryOf(request, "after");
  return <AllClassesPage words={words} reader={reader} view={await ask.classes.all({ after })} after={after} />;
});
