/** The page on which an assignment is changed, fresh or come back. */
import type { AssignmentToEdit } from "../../server/assignments/settings";
import type { AssignmentWish } from "../../server/assignments/wish";
import { AssignmentFormPage } from "../_ui/classes/assignment-form-page";
import type { FormError } from "../_ui/form-error";
import { assignmentSettingsPath } from "../_ui/paths";
import type { Words } from "../_ui/words";

type Given = { words: Words; reader: { name: string }; work: AssignmentToEdit; wish?: AssignmentWish; done: string | null; error: FormError | null };

export function settingsPage({ words, reader, work, wish = work.wish, done, error }: Given) {
  const written = { wish, hasPseudonyms: work.hasPseudonyms, grouping: { how: "together" as const, number: "" } };
  return <AssignmentFormPage words={words} reader={reader} of={work.class} timeZone={work.timeZone} about={{ ...work.article, revision: work.revision }} revisions={work.revisions} path={assignmentSettingsPath(work.id)} hidden={{ assignment: work.id, version: String(work.version) }} existing={work} written={written} done={done} error={error} />;
}
