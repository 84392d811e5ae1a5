/** The pages on which a teacher changes who has which dates, and who discusses with whom. */
import { classPageOf } from "../_asking/classes";
import { queryOf, wholeNumber } from "../_asking/request";
import { GroupsPage, NOBODY_MOVED } from "../_ui/grades/groups-page";
import { RevisionPage } from "../_ui/grades/revision-page";
import { ExtensionsPage, NOTHING_WRITTEN } from "../_ui/grades/extensions-page";

export const extensionsPage = classPageOf<"id">(async ({ words, ask, reader, request, done }, { id }) => {
  const wish = { search: queryOf(request, "search") ?? "", given: queryOf(request, "given") !== null, after: queryOf(request, "after") };
  const view = await ask.assignments.extensions({ assignment: id, ...wish });
  return <ExtensionsPage words={words} reader={reader} view={view} wish={wish} written={NOTHING_WRITTEN} done={done} error={null} />;
});

export const groupsPage = classPageOf<"id">(async ({ words, ask, reader, request, done }, { id }) => {
  const after = queryOf(request, "after");
  const view = await ask.assignments.groups({ assignment: id, group: wholeNumber(queryOf(request, "group")) ?? 1, after });
  return <GroupsPage words={words} reader={reader} view={view} after={after} written={NOBODY_MOVED} done={done} error={null} />;
});

export const revisionPage = classPageOf<"id">(async ({ words, ask, reader, done }, { id }) => {
  const view = await ask.assignments.newer({ assignment: id });
  return <RevisionPage words={words} reader={reader} view={view} done={done} error={null} />;
});
