import { peopleGroups } from "../../../../server/classes/people";
import { classPageOf } from "../../../_asking/classes";
import { queryOf } from "../../../_asking/request";
import { NOBODY_CHOSEN, PeoplePage } from "../../../_ui/classes/people-page";

export const GET = classPageOf<"id">(async ({ words, reader, ask, request, done }, { id }) => {
  const wish = { group: peopleGroups.find((group) => group === queryOf(request, "group")) ?? "students", section: queryOf(request, "section") } as const;
  const after = queryOf(request, "after");
  const [view, { role }] = await Promise.all([ask.classes.people({ class: id, ...wish, after }), ask.classes.taught({ class: id })]);
  return <PeoplePage words={words} reader={reader} view={view} role={role} wish={wish} after={after} written={NOBODY_CHOSEN} done={done} error={null} />;
});
