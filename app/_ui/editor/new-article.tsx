import { ErrorAbove } from "../field";
import type { FormError } from "../form-error";
import type { Words } from "../words";
import { LanguageChoice } from "./language-choice";
import { SourceFields, type SourceValues } from "./source-fields";

export type ImportValues = SourceValues & { language: string };

export function NewArticle({ words, values, error }: { words: Words; values: ImportValues; error: FormError | null }) {
  return (
    <section aria-labelledby="new">
      <h2 className="rule" id="new">
        {words.t("editor.new")}
      </h2>
      <form className="fields wide" method="post" action={words.to("/forms/articles.import")} encType="multipart/form-data">
        <ErrorAbove fields={["import", "language"]} error={error} />
        <SourceFields words={words} values={values} error={error} />
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
