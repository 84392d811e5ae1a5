import { notAllowed } from "../../../../server/refusals";
import { classPageOf } from "../../../_asking/classes";
import { queryOf, wholeNumber } from "../../../_asking/request";
import { RosterPage } from "../../../_ui/classes/roster-page";

const COUNTS = ["joined", "left", "changed", "waiting"] as const;

export const GET = classPageOf<"id">(async ({ words, reader, ask, request }, { id }) => {
  const of = await ask.classes.taught({ class: id });
  if (of.role !== "teacher") throw notAllowed("teacherOnly");
  if (of.isClosed) throw notAllowed("classClosed");
  const counts = Object.fromEntries(COUNTS.map((name) => [name, wholeNumber(queryOf(request, name)) ?? 0]));
  const done = queryOf(request, "joined") === null ? null : words.t("classes.roster.sayDone", counts);
  return <RosterPage words={words} reader={reader} of={of} written="" done={done} error={null} />;
});
