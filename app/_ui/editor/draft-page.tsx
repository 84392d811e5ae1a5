import type { DraftView } from "../../../server/editing/queries";
import { Document } from "../document";
import { ErrorAbove } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { Icon } from "../icon";
import { editorPath, withQuery } from "../paths";
import type { Words } from "../words";
import { DraftBar } from "./draft-bar";
import { DraftBlocks } from "./draft-blocks";
import { HEAD_FIELDS, HeadForm, type HeadValues } from "./head-form";
import { EditorKeys } from "./keys";
import { LeftOut, Undescribed } from "./left-out";

export type DraftPageProps = {
  words: Words;
  reader: { name: string } | null;
  draft: DraftView;
  /** What was written into the form of the head and could not be kept; null: what is kept. */
  values: HeadValues | null;
  error: FormError | null;
  /** What was just done, to be said. */
  notice?: string | null;
};

/** A draft: what was guessed beside the text as readers will see it, every block with what can be done to it. */
export function DraftPage({ words, reader, draft, values, error, notice = null }: DraftPageProps) {
  const path = editorPath(draft.slug, { page: draft.page });
  return (
    <Document words={words} title={formTitle(words, draft.title, error)} path={path} noindex reader={reader} script="editor.js">
      <div className="work editor" data-draft={draft.version}>
        <p className="back">
          <a href={words.to("/editor")}>
            <Icon name="arrow-left" />
            {words.t("editor.title")}
          </a>
        </p>
        <h1 lang={draft.language}>
          <bdi>{draft.title}</bdi>
        </h1>
        <Printed words={words} draft={draft} />
        <p className="facts">
          <span>{draft.basedOn > 0 ? words.t("review.after", { number: draft.basedOn + 1 }) : words.t("editor.states.draft")}</span>
          <span data-count="">{words.t("editor.blocks.count", { count: draft.total })}</span>
          <span>
            <a href="#text">{words.t("bar.skip")}</a>
          </span>
          {draft.basedOn > 0 && (
            <>
              <a href={words.to(`/editor/${draft.slug}/replace`)}>{words.t("editor.revising.replaceTitle")}</a>
              <a href={withQuery(words.to(editorPath(draft.slug)), { about: "1" })}>{words.t("editor.revising.about")}</a>
            </>
          )}
        </p>
        <div data-says="">
          <ErrorAbove fields={HEAD_FIELDS} error={error} />
          {notice !== null && (
            <p className="notice" role="status">
              {notice}
            </p>
          )}
        </div>
        <div className="desk">
          <div className="beside">
            <HeadForm words={words} draft={draft} values={values} error={error} />
            <div data-part="asked">
              {draft.encoding !== null && <p className="notice">{words.t("editor.encoding", { encoding: draft.encoding.toUpperCase() })}</p>}
              <Undescribed words={words} draft={draft} />
              <LeftOut words={words} draft={draft} />
            </div>
            <EditorKeys words={words} />
          </div>
          <section className="drafted" id="text" tabIndex={-1} aria-labelledby="text-title">
            <h2 className="rule" id="text-title">
              {words.t("editor.blocks.title")}
            </h2>
            <DraftBlocks words={words} draft={draft} />
          </section>
        </div>
        <DraftBar words={words} draft={draft} />
      </div>
    </Document>
  );
}

/** What stands under the title where readers see it. */
function Printed({ words, draft: { standfirst, byline, date, source, language } }: { words: Words; draft: DraftView }) {
  return (
    <>
      {standfirst !== null && (
        <p className="deck" lang={language}>
          {standfirst}
        </p>
      )}
      <p className="by">
        {byline !== null && (
          <span lang={language}>
            <bdi>{byline}</bdi>
          </span>
        )}
        {date !== null && <time dateTime={date}>{words.printed(date)}</time>}
        {source !== null && <bdi>{source}</bdi>}
      </p>
    </>
  );
}
