import type { ArticlesToSet } from "../../../server/assignments/settings";
import { classPath, withQuery } from "../paths";
import { SearchForm } from "../search-form";
import type { Words } from "../words";
import { ClassFrame, Pages } from "./frame";

type Props = { words: Words; reader: { name: string }; view: ArticlesToSet; search: string; after: string | null };

/** Which article is set: the first step, for all that follows is about it. */
export function ChooseArticlePage({ words, reader, view, search, after }: Props) {
  const path = classPath(view.class.id, "assignments/new");
  const to = (query: Record<string, string | undefined>): string => withQuery(words.to(path), query);
  return (
    <ClassFrame words={words} reader={reader} of={view.class} role="teacher" place="overview" title={words.t("classes.work.choose")} path={path}>
      <SearchForm words={words} path={path} label={words.t("classes.work.search")} search={search} />
      {view.articles.length === 0 && <p className="quiet">{words.t("classes.work.noArticles")}</p>}
      <ul className="ledger">
        {view.articles.map(({ slug, title, language }) => (
          <li key={slug}>
            <span>
              <a href={to({ article: slug })}>
                <bdi lang={language}>{title}</bdi>
              </a>
            </span>
          </li>
        ))}
      </ul>
      <Pages words={words} next={view.next === null ? null : to({ search: search || undefined, after: view.next })} first={after === null ? null : to({ search: search || undefined })} more={words.t("classes.work.moreArticles")} />
    </ClassFrame>
  );
}
