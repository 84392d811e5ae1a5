import { ErrorUnder, TextField } from "../field";
import type { FormError } from "../form-error";
import type { Words } from "../words";
import { LanguageChoice } from "./language-choice";

export type ImportValues = { text: string; language: string };

/** A text or a file; both are read the same way. */
export function NewArticle({ words, values, error }: { words: Words; values: ImportValues; error: FormError | null }) {
  const wrong = error?.field === "import";
  return (
    <section aria-labelledby="new">
      <h2 className="rule" id="new">
        {words.t("editor.new")}
      </h2>
      <form className="fields wide" method="post" action={words.to("/forms/articles.import")} encType="multipart/form-data">
        <TextField name="text" label={words.t("editor.text")} hint={words.t("editor.textHint")} error={null} rows={8} dir="auto" defaultValue={values.text} aria-invalid={wrong || undefined} />
        <div className="labelled">
          <label htmlFor="file">{words.t("editor.file")}</label>
          <input className="field" type="file" id="file" name="file" accept=".txt,.md,.markdown,text/plain,text/markdown" aria-describedby={wrong ? "import-error file-hint" : "file-hint"} />
          <p className="hint" id="file-hint">
            {words.t("editor.fileHint")}
          </p>
          <ErrorUnder name="import" error={error} />
        </div>
        <LanguageChoice words={words} chosen={values.language} error={error} guess />
        <div className="row">
          <button className="button main" type="submit">
            {words.t("editor.read")}
          </button>
        </div>
      </form>
    </section>
  );
}
