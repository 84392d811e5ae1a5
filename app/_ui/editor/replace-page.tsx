import type { DraftView } from "../../../server/editing/queries";
import { Document } from "../document";
import { ErrorAbove } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { editorPath } from "../paths";
import type { Words } from "../words";
import { SourceFields, type SourceValues } from "./source-fields";

type Props = { words: Words; reader: { name: string } | null; draft: Pick<DraftView, "slug" | "version" | "title" | "language">; values: SourceValues; error: FormError | null };

/** A whole new text for a draft: what it is to be read from. */
export function ReplacePage({ words, reader, draft: { slug, version, title, language }, values, error }: Props) {
  return (
    <Document words={words} title={formTitle(words, words.t("editor.revising.replaceTitle"), error)} path={`/editor/${slug}/replace`} noindex reader={reader} script="editor.js">
      <div className="work narrow">
        <p className="back">
          <a href={words.to(editorPath(slug))} lang={language}>
            <bdi>{title}</bdi>
          </a>
        </p>
        <h1>{words.t("editor.revising.replaceTitle")}</h1>
        <p className="lead">{words.t("editor.revising.replaceSays")}</p>
        <form className="fields wide" method="post" action={words.to("/forms/articles.replace")} encType="multipart/form-data">
          <HiddenFields hidden={{ of: slug, version: String(version) }} />
          <ErrorAbove fields={["import"]} error={error} />
          <SourceFields words={words} values={values} error={error} />
          <div className="row">
            <button className="button main" type="submit">
              {words.t("editor.revising.replace")}
            </button>
          </div>
        </form>
      </div>
    </Document>
  );
}
