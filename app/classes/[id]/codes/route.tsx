import { classPageOf } from "../../../_asking/classes";
import { queryOf } from "../../../_asking/request";
import { CodesPage } from "../../../_ui/classes/codes-page";

export const GET = classPageOf<"id">(async ({ words, reader, ask, request, origin, done }, { id }) => {
  const after = queryOf(request, "after");
  return <CodesPage words={words} reader={reader} origin={origin} view={await ask.classes.codes({ class: id, after })} after={after} done={done} written={null} error={null} />;
});
