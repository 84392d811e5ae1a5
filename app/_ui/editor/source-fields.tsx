import { ErrorUnder, TextField } from "../field";
import type { FormError } from "../form-error";
import type { Words } from "../words";

export type SourceValues = { text: string; url: string };

/** A text, a file or an address; the first that is given is read. */
export function SourceFields({ words, values, error }: { words: Words; values: SourceValues; error: FormError | null }) {
  const wrong = error?.field === "import";
  // It is about what was read: the first of the three that was given.
  const wrongIs = !wrong ? null : values.text.trim() !== "" ? "text" : values.url.trim() !== "" ? "url" : "file";
  return (
    <>
      <TextField name="text" label={words.t("editor.text")} hint={words.t("editor.textHint")} error={null} rows={8} dir="auto" defaultValue={values.text} aria-invalid={wrongIs === "text" || undefined} />
      <div className="labelled">
        <label htmlFor="file">{words.t("editor.file")}</label>
        <input className="field" type="file" id="file" name="file" accept=".docx,.html,.htm,.txt,.md,.markdown,text/html,text/plain,text/markdown" aria-invalid={wrongIs === "file" || undefined} aria-describedby={wrong ? "import-error file-hint" : "file-hint"} />
        <p className="hint" id="file-hint">
          {words.t("editor.fileHint")}
        </p>
      </div>
      <div className="labelled">
        <label htmlFor="url">{words.t("editor.address")}</label>
        <input className="field" type="text" inputMode="url" id="url" name="url" autoComplete="off" spellCheck={false} dir="ltr" defaultValue={values.url} aria-invalid={wrongIs === "url" || undefined} aria-describedby={wrong ? "import-error url-hint" : "url-hint"} />
        <p className="hint" id="url-hint">
          {words.t("editor.addressHint")}
        </p>
        <ErrorUnder name="import" error={error} />
      </div>
    </>
  );
}
