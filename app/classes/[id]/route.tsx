import { classPageOf } from "../../_asking/classes";
import { queryOf } from "../../_asking/request";
import { ClassPage } from "../../_ui/classes/class-page";

export const GET = classPageOf<"id">(async ({ words, reader, ask, request, done }, { id }) => {
  const after = queryOf(request, "after");
  return <ClassPage words={words} reader={reader} of={await ask.classes.page({ class: id, after })} after={after} done={done} />;
});
