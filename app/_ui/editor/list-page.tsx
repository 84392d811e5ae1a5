import type { ReactNode } from "react";
import type { ListedArticle, ListedDraft } from "../../../server/editing/lists";
import { Document } from "../document";
import { formTitle } from "../form-title";
import type { FormError } from "../form-error";
import { editorPath, withQuery } from "../paths";
import type { Words } from "../words";
import { type ImportValues, NewArticle } from "./new-article";

export type EditorListProps = {
  words: Words;
  reader: { name: string } | null;
  drafts: ListedDraft[];
  articles: ListedArticle[];
  /** Cursors: of the pages shown (null: the first), and of the next. */
  shown: { drafts: string | null; articles: string | null };
  next: { drafts: string | null; articles: string | null };
  values: ImportValues;
  error: FormError | null;
};

/** Where editors begin: what they are at work on, what is published, and bringing in a new article. */
export function EditorListPage(props: EditorListProps) {
  const { words, reader, drafts, articles, next, error } = props;
  return (
    <Document words={words} title={formTitle(words, words.t("editor.title"), error)} path="/editor" noindex reader={reader} script="editor.js">
      <div className="work narrow">
        <h1>{words.t("editor.title")}</h1>
        <p className="lead">{words.t("editor.lead")}</p>
        <NewArticle words={words} values={props.values} error={error} />
        <Section words={words} id="drafts" title={words.t("editor.drafts")} none={words.t("editor.noDrafts")} more={words.t("editor.moreDrafts")} next={next.drafts} shown={props.shown}>
          {drafts.map((draft) => (
            <Row key={draft.slug} words={words} slug={draft.slug} title={draft.title} language={draft.language}>
              <time dateTime={draft.updatedAt}>{words.t("editor.changed", { time: words.minute(draft.updatedAt) })}</time>
            </Row>
          ))}
        </Section>
        <Section words={words} id="articles" title={words.t("editor.articles")} none={words.t("editor.noArticles")} more={words.t("editor.moreArticles")} next={next.articles} shown={props.shown}>
          {articles.map((article) => (
            <Row key={article.slug} words={words} slug={article.slug} title={article.title} language={article.language}>
              <span>{words.t(`editor.states.${article.state}`)}</span>
              <time dateTime={article.at}>{words.day(article.at)}</time>
              <span>{words.t("article.comments", { count: article.comments })}</span>
            </Row>
          ))}
        </Section>
      </div>
    </Document>
  );
}

type SectionProps = Pick<EditorListProps, "words" | "shown"> & { id: "drafts" | "articles"; title: string; none: string; more: string; next: string | null; children: ReactNode[] };

/** Each list is turned over on its own; the other stays on its page. */
function Section({ words, shown, id, title, none, more, next, children }: SectionProps) {
  const at = { drafts: shown.drafts ?? undefined, articles: shown.articles ?? undefined };
  return (
    <section aria-labelledby={id}>
      <h2 className="rule" id={id}>
        {title}
      </h2>
      {children.length === 0 ? <p className="quiet">{none}</p> : <ul className="ledger">{children}</ul>}
      <p className="row">
        {next !== null && (
          <a className="button" rel="next" href={`${withQuery(words.to("/editor"), { ...at, [id]: next })}#${id}`}>
            {more}
          </a>
        )}
        {shown[id] !== null && <a href={`${withQuery(words.to("/editor"), { ...at, [id]: undefined })}#${id}`}>{words.t("pages.first")}</a>}
      </p>
    </section>
  );
}

function Row({ words, slug, title, language, children }: { words: Words; slug: string; title: string; language: string; children: ReactNode }) {
  return (
    <li>
      <a href={words.to(editorPath(slug))} lang={language}>
        <bdi>{title}</bdi>
      </a>
      <span className="facts">{children}</span>
    </li>
  );
}
