import type { FormError } from "../form-error";
import { ErrorAbove, Field, TextField } from "../field";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { classPath } from "../paths";
import type { Words } from "../words";
import { ClassFrame } from "./frame";

type Props = { words: Words; reader: { name: string }; of: { id: string; name: string }; written: string; done: string | null; error: FormError | null };

/** Bringing in a class list, and taking one away. */
export function RosterPage({ words, reader, of, written, done, error }: Props) {
  const title = words.t("classes.roster.title");
  return (
    <ClassFrame words={words} reader={reader} of={of} role="teacher" place="roster" title={title} documentTitle={formTitle(words, title, error)} path={classPath(of.id, "roster")} done={done}>
      <p className="lead">{words.t("classes.roster.lead")}</p>
      <RosterForm words={words} classId={of.id} written={written} error={error} label={words.t("classes.roster.text")} />
      <form className="below" method="post" action={words.to("/forms/classes.rosterFile")}>
        <HiddenFields hidden={{ class: of.id }} />
        <p className="hint">{words.t("classes.roster.exportSays")}</p>
        <button className="button" type="submit">
          {words.t("classes.roster.export")}
        </button>
      </form>
    </ClassFrame>
  );
}

/** `label`: of the text, which a preview with faults calls otherwise. */
export function RosterForm({ words, classId, written, error, label }: { words: Words; classId: string; written: string; error: FormError | null; label: string }) {
  return (
    <form className="fields" method="post" encType="multipart/form-data" action={words.to("/forms/classes.previewRoster")}>
      <HiddenFields hidden={{ class: classId }} />
      <ErrorAbove fields={["roster"]} error={error} />
      <Field name="file" type="file" label={words.t("classes.roster.file")} hint={words.t("classes.roster.columns")} error={null} accept=".csv,.tsv,.txt,text/csv,text/plain" />
      <TextField name="roster" label={label} hint={words.t("classes.roster.textHint")} error={error} rows={8} dir="auto" spellCheck={false} defaultValue={written} />
      <div className="row">
        <button className="button main" type="submit">
          {words.t("classes.roster.preview")}
        </button>
      </div>
    </form>
  );
}
