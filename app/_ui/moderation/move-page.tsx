import type { MovePassages } from "../../../server/moderation/passages";
import { Document } from "../document";
import { Pager } from "../editor/pager";
import { ErrorAbove, TextField } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { Icon } from "../icon";
import { markdownText } from "../markdown";
import type { Words } from "../words";
import { itemPath, movePath } from "./queue-paths";
import { ReasonsFields, type ReasonsValues } from "./reasons-fields";

type Props = { words: Words; reader: { name: string }; passages: MovePassages; values: ReasonsValues | null; /** The words of the passage that were copied. */ only?: string; error: FormError | null };

/** The passages of an article, to choose where a thread belongs. */
export function MovePage({ words, reader, passages, values, only = "", error }: Props) {
  const { item, thread, said, stands, query, found, language, title } = passages;
  return (
    <Document words={words} title={formTitle(words, words.t("moderation.passages.title"), error)} path={movePath(item, { query, page: passages.page })} noindex reader={reader} script="moderation.js">
      <div className="work narrow moving">
        <p className="back">
          <a href={`${words.to(itemPath(item))}#item`}>
            <Icon name="arrow-left" />
            <bdi lang={language}>{title}</bdi>
          </a>
        </p>
        <h1>{words.t("moderation.passages.title")}</h1>
        <ErrorAbove fields={["facts", "law", "words"]} error={error} />
        <blockquote className="quoted" dir="auto">
          {markdownText(said)}
        </blockquote>
        {stands !== null && <p>{words.t("moderation.passages.stands", { number: stands })}</p>}
        <form className="row find" method="get" action={words.to(`/moderation/items/${item}/passages`)} role="search">
          <div className="labelled">
            <label htmlFor="query">{words.t("moderation.passages.find")}</label>
            <input className="field" type="search" id="query" name="query" defaultValue={query} maxLength={200} />
          </div>
          <button className="button" type="submit">
            {words.t("moderation.passages.search")}
          </button>
        </form>
        <p role="status">{words.t("moderation.passages.found", { count: found })}</p>
        <form method="post" action={words.to("/forms/moderation.move")} aria-label={words.t("moderation.passages.list")}>
          <HiddenFields hidden={{ item, thread, query, page: String(passages.page) }} />
          <div className="fields">
            <ReasonsFields words={words} values={values} error={error} factsLabel={words.t("moderation.passages.why")} factsHint={words.t("moderation.item.whyHint")} mayBeEmpty />
            <TextField name="words" label={words.t("moderation.passages.only")} hint={words.t("moderation.passages.onlyHint")} error={error} rows={2} dir="auto" className="field low" defaultValue={only} />
          </div>
          <ul className="passages" role="list">
            {passages.passages.map(({ number, text }) => (
              <li key={number}>
                <button type="submit" name="number" value={number}>
                  <span className="n">¶&#8239;{number}</span> <span lang={language}>{text}</span>
                </button>
              </li>
            ))}
          </ul>
        </form>
        <Pager words={words} page={passages.page} pages={passages.pages} to={(page) => words.to(movePath(item, { query, page }))} />
      </div>
    </Document>
  );
}
