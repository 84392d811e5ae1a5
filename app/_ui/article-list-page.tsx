import type { ArticleListView, ListedArticle } from "../../domain/reading";
import { Document } from "./document";
import { articlePath, withQuery } from "./paths";
import { mostDiscussed, Score } from "./score";
import type { Words } from "./words";

/** `after`: the cursor of the page shown, null on the first. */
type Props = { words: Words; view: ArticleListView; after?: string | null; origin?: string };

export function ArticleListPage({ words, view, after = null, origin }: Props) {
  const [first, ...others] = view.articles;
  const leads = after === null;
  return (
    <Document words={words} title={after === null ? "Paragora" : words.t("articles.title")} path="/" origin={origin} description={words.t("articles.description")} noindex={after !== null}>
      <div className="work">
        <div className="headrow">
          <h1>{words.t("articles.title")}</h1>
        </div>
        {first === undefined ? <Nothing words={words} /> : <Listed words={words} article={first} leads={leads} />}
        {others.map((article) => (
          <Listed key={article.slug} words={words} article={article} leads={false} />
        ))}
        <p className="row">
          {view.next !== null && (
            <a className="button" rel="next" href={withQuery(words.to("/"), { after: view.next })}>
              {words.t("articles.more")}
            </a>
          )}
          {after !== null && <a href={words.to("/")}>{words.t("pages.first")}</a>}
        </p>
      </div>
    </Document>
  );
}

function Nothing({ words }: { words: Words }) {
  return (
    <div className="empty">
      <h2>{words.t("articles.none")}</h2>
      <p>{words.t("articles.noneYet")}</p>
    </div>
  );
}

/** The first of the first page is set larger: it is what most people come for. */
function Listed({ words, article, leads }: { words: Words; article: ListedArticle; leads: boolean }) {
  const path = words.to(articlePath(article.slug));
  const most = mostDiscussed(article.score);
  return (
    <article className={leads ? "listed leads" : "listed"}>
      <div>
        <h2 lang={article.language}>
          <a href={path}>{article.title}</a>
        </h2>
        <p className="deck" lang={article.language}>
          {article.standfirst}
        </p>
        <Facts words={words} article={article} />
      </div>
      <div className="scored">
        <Score words={words} blocks={article.score} />
        <p>
          {most.length === 0 ? words.t("articles.beFirst") : words.t("article.mostDiscussed")}{" "}
          {most.map((number) => (
            <a key={number} href={`${path}#b-${number}`} aria-label={words.t("articles.place", { number, title: article.title })}>
              ¶&#8239;{number}
            </a>
          ))}
        </p>
      </div>
    </article>
  );
}

function Facts({ words, article }: { words: Words; article: ListedArticle }) {
  return (
    <p className="facts">
      {article.byline !== null && (
        <span lang={article.language}>
          <bdi>{article.byline}</bdi>
        </span>
      )}
      {article.date !== null && <time dateTime={article.date}>{words.printed(article.date)}</time>}
      {article.revision > 1 && <span>{words.t("article.revision", { revision: article.revision })}</span>}
      <span>{article.comments === 0 ? words.t("articles.noComments") : words.t("article.comments", { count: article.comments })}</span>
    </p>
  );
}
