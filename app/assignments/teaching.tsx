/** The pages on which a teacher changes who has which dates, and who discusses with whom. */
import { classPageOf } from "../_asking/classes";
import { queryOf } from "../_asking/request";
import { ExtensionsPage, NOTHING_WRITTEN } from "../_ui/grades/extensions-page";

export const extensionsPage = classPageOf<"id">(async ({ words, ask, reader, request, done }, { id }) => {
  const wish = { search: queryOf(request, "search") ?? "", given: queryOf(request, "given") !== null, after: queryOf(request, "after") };
  const view = await ask.assignments.extensions({ assignment: id, ...wish });
  return <ExtensionsPage words={words} reader={reader} view={view} wish={wish} written={NOTHING_WRITTEN} done={done} error={null} />;
});
