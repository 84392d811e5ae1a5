import { classPageOf } from "../_asking/classes";
import { queryOf } from "../_asking/request";
import { ClassesPage } from "../_ui/classes/classes-page";

export const GET = classPageOf(async ({ words, reader, ask, request }) => {
  const after = queryOf(request, "after");
  return <ClassesPage words={words} reader={reader} {...await ask.classes.mine({ after })} after={after} />;
});
