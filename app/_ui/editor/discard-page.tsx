import type { DraftView } from "../../../server/editing/queries";
import { Document } from "../document";
import { HiddenFields } from "../hidden-fields";
import { editorPath } from "../paths";
import type { Words } from "../words";

/** The question before a draft is deleted for good. */
export function DiscardPage({ words, reader, draft: { slug, version, title, language, basedOn } }: { words: Words; reader: { name: string } | null; draft: Pick<DraftView, "slug" | "version" | "title" | "language" | "basedOn"> }) {
  return (
    <Document words={words} title={words.t("editor.discardTitle")} path={`/editor/${slug}/discard`} noindex reader={reader} script="editor.js">
      <div className="work narrow">
        <h1>{words.t("editor.discardTitle")}</h1>
        <p className="lead">{words.t.rich(basedOn > 0 ? "editor.revising.discardSays" : "editor.discardSays", { title: () => <bdi key="title" lang={language}>{title}</bdi> })}</p>
        <form className="row" method="post" action={words.to("/forms/editing.discard")}>
          <HiddenFields hidden={{ of: slug, version: String(version) }} />
          <button className="button grave" type="submit">
            {words.t("editor.discard")}
          </button>
          <a className="button" href={words.to(editorPath(slug))}>
            {words.t("editor.keepIt")}
          </a>
        </form>
      </div>
    </Document>
  );
}
