import type { EditedArticle } from "../../../server/editing/queries";
import { Document } from "../document";
import { ErrorAbove, Field, TextField } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { Icon } from "../icon";
import { articlePath, editorDiscussionPath, editorPath, responsePath } from "../paths";
import type { Words } from "../words";

export type PublicArticleProps = { words: Words; reader: { name: string } | null; article: EditedArticle; written: { to?: string; why?: string }; error: FormError | null };

/** A published article, or one withdrawn: its address, and whether the public sees it. */
export function PublicArticlePage({ words, reader, article, written, error }: PublicArticleProps) {
  const { slug, title, language, state, revision, comments } = article;
  return (
    <Document words={words} title={formTitle(words, title, error)} path={editorPath(slug)} noindex reader={reader} script="editor.js">
      <div className="work narrow">
        <p className="back">
          <a href={words.to("/editor")}>
            <Icon name="arrow-left" />
            {words.t("editor.title")}
          </a>
        </p>
        <h1 lang={language}>
          <bdi>{title}</bdi>
        </h1>
        <p className="facts">
          <span>{state === "withdrawn" ? words.t("editor.states.withdrawn") : words.t("editor.public.revision", { revision })}</span>
          <span>{words.t("article.comments", { count: comments })}</span>
          <span>
            <a href={words.to(articlePath(slug))}>{words.t("editor.public.read")}</a>
          </span>
        </p>
        <ErrorAbove fields={["slug", "why"]} error={error} />
        {article.state === "published" && <Text words={words} article={article} />}
        {article.state === "published" && <Discussion words={words} slug={slug} />}
        <Address words={words} article={article} written={written.to} error={error} />
        {article.withdrawn === null ? <Withdraw words={words} slug={slug} written={written.why} error={error} /> : <Restore words={words} slug={slug} withdrawn={article.withdrawn} />}
      </div>
    </Document>
  );
}

function Text({ words, article: { slug, hasDraft } }: { words: Words; article: EditedArticle }) {
  return (
    <section aria-labelledby="its-text">
      <h2 className="rule" id="its-text">
        {words.t("editor.revising.beginTitle")}
      </h2>
      <p>{words.t("editor.revising.beginSays")}</p>
      <form className="row" method="post" action={words.to("/forms/revising.begin")}>
        <HiddenFields hidden={{ of: slug }} />
        <button className="button main" type="submit">
          {hasDraft ? words.t("editor.revising.goOn") : words.t("editor.revising.begin")}
        </button>
      </form>
    </section>
  );
}

function Discussion({ words, slug }: { words: Words; slug: string }) {
  return (
    <section aria-labelledby="discussion">
      <h2 className="rule" id="discussion">
        {words.t("discussion.title")}
      </h2>
      <p>{words.t("discussion.says")}</p>
      <p className="row">
        <a className="button" href={words.to(editorDiscussionPath(slug))}>
          {words.t("discussion.open")}
        </a>
        <a href={words.to(responsePath(slug))}>{words.t("response.make")}</a>
      </p>
    </section>
  );
}

function Address({ words, article: { slug, formerSlugs }, written, error }: { words: Words; article: EditedArticle; written: string | undefined; error: FormError | null }) {
  return (
    <section aria-labelledby="address">
      <h2 className="rule" id="address">
        {words.t("editor.public.slugTitle")}
      </h2>
      <p>{words.t("editor.public.slugSays")}</p>
      {formerSlugs.length > 0 && <p className="quiet">{words.t("editor.public.former", { slugs: words.list(formerSlugs) })}</p>}
      <form className="fields" method="post" action={words.to("/forms/editing.rename")}>
        <HiddenFields hidden={{ of: slug }} />
        <Field name="slug" label={words.t("editor.head.slug")} hint={words.t("editor.head.slugHint")} error={error} spellCheck={false} autoComplete="off" defaultValue={written ?? slug} />
        <div className="row">
          <button className="button" type="submit">
            {words.t("editor.public.rename")}
          </button>
        </div>
      </form>
    </section>
  );
}

function Withdraw({ words, slug, written, error }: { words: Words; slug: string; written: string | undefined; error: FormError | null }) {
  return (
    <section aria-labelledby="withdraw">
      <h2 className="rule" id="withdraw">
        {words.t("editor.public.withdrawTitle")}
      </h2>
      <p>{words.t("editor.public.withdrawSays")}</p>
      <form className="fields" method="post" action={words.to("/forms/editing.withdraw")}>
        <HiddenFields hidden={{ of: slug }} />
        <TextField name="why" label={words.t("editor.public.why")} error={error} rows={4} dir="auto" defaultValue={written} />
        <div className="row">
          <button className="button grave" type="submit">
            {words.t("editor.public.withdraw")}
          </button>
        </div>
      </form>
    </section>
  );
}

function Restore({ words, slug, withdrawn }: { words: Words; slug: string; withdrawn: { at: string; why: string } }) {
  return (
    <section aria-labelledby="restore">
      <h2 className="rule" id="restore">
        {words.t("editor.public.restoreTitle")}
      </h2>
      <p>{words.t("editor.public.restoreSays", { day: words.day(withdrawn.at) })}</p>
      <blockquote className="quoted" dir="auto">
        {withdrawn.why}
      </blockquote>
      <form className="row" method="post" action={words.to("/forms/editing.restore")}>
        <HiddenFields hidden={{ of: slug }} />
        <button className="button main" type="submit">
          {words.t("editor.public.restore")}
        </button>
      </form>
    </section>
  );
}
