import { slice } from "../../../domain/blocks";
import type { OnePassage } from "../../../server/revising/one-passage";
import { Document } from "../document";
import { ErrorAbove, TextField } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { Icon } from "../icon";
import { passagesPath } from "../paths";
import type { Words } from "../words";

/** `written`: the words that were asked for and not taken; `way`: back to where in the review it was asked. */
type Props = { words: Words; reader: { name: string } | null; chosen: OnePassage; written?: string; way: { group: string; after: string; then: string }; error: FormError | null };

/** Which words of a passage a thread is about: a sentence by one press, others typed or, with scripts, selected. */
export function WordsPage({ words, reader, chosen, written = "", way, error }: Props) {
  const { slug, version, thread, decidedIn, said, language, passage } = chosen;
  const { number, text, sentences } = passage;
  const title = words.t("review.chooseWords.title", { number });
  const given = { thread, ...(way.group ? { group: way.group } : {}), ...(way.after ? { after: way.after } : {}), ...(way.then ? { then: way.then } : {}) };
  const hidden = { of: slug, version: String(version), threads: thread, seen: decidedIn ?? "", decision: "attached", choosing: "words", number: String(number), ...way };
  const action = words.to("/forms/revising.decide");
  return (
    <Document words={words} title={formTitle(words, title, error)} path={passagesPath(slug, { ...given, in: String(number) })} noindex reader={reader} script="editor.js">
      <div className="work narrow">
        <p className="back">
          <a href={words.to(passagesPath(slug, given))}>
            <Icon name="arrow-left" />
            {words.t("review.passages.back")}
          </a>
        </p>
        <h1>{title}</h1>
        <ErrorAbove fields={["words"]} error={error} />
        <blockquote className="quoted" dir="auto">
          {said}
        </blockquote>
        <p>{words.t("review.chooseWords.passage", { number })}</p>
        <p className="was" lang={language} data-choose-words="">
          {text}
        </p>
        {sentences.length > 1 && (
          <form method="post" action={action} aria-labelledby="sentences">
            <h2 className="rule" id="sentences">
              {words.t("review.chooseWords.sentences")}
            </h2>
            <HiddenFields hidden={hidden} />
            <ul className="passages" role="list">
              {sentences.map((span) => (
                <li key={span.start}>
                  <button type="submit" name="at" value={`${span.start}-${span.end}`}>
                    <span lang={language}>{slice(text, span)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </form>
        )}
        <form className="fields" method="post" action={action}>
          <HiddenFields hidden={{ ...hidden, at: "" }} />
          <TextField name="words" label={words.t("review.chooseWords.field")} hint={<span data-select-hint={words.t("review.chooseWords.hintSelect")}>{words.t("review.chooseWords.hint")}</span>} error={error} rows={2} lang={language} dir="auto" defaultValue={written} />
          <div className="row">
            <button className="button main" type="submit">
              {words.t("review.chooseWords.these")}
            </button>
            <button className="button" type="submit" name="whole" value="1">
              {words.t("review.chooseWords.whole", { number })}
            </button>
          </div>
        </form>
      </div>
    </Document>
  );
}
