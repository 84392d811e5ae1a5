import { ErrorLine } from "../field";
import type { FormError } from "../form-error";
import { HiddenFields } from "../hidden-fields";
import { withQuery } from "../paths";
import type { Words } from "../words";
import { AdministrationFrame } from "./frame";

export type MailView = { id: string; kind: string; to: string; attempts: number; writtenAt: string; givenUpAt: string };

type Props = { words: Words; reader: { name: string }; mails: MailView[]; next: string | null; after: string | null; done: string | null; error: FormError | null };

const PATH = "/administration/mails";

export function MailsPage({ words, reader, mails, next, after, done, error }: Props) {
  return (
    <AdministrationFrame words={words} reader={reader} title={words.t("administration.places.mails")} path={withQuery(PATH, { after: after ?? undefined })} place="mails" done={done}>
      <p className="lead">{words.t("administration.mails.lead")}</p>
      {error !== null && <ErrorLine id="mail-error" message={error.message} />}
      <form className="row" method="post" action={words.to("/forms/administration.sendTestMail")}>
        <button className="button" type="submit">
          {words.t("administration.mails.test")}
        </button>
      </form>
      <h2 className="rule">{words.t("administration.mails.givenUp")}</h2>
      {mails.length === 0 && <p className="quiet">{words.t("administration.mails.none")}</p>}
      <ul className="ledger">
        {mails.map(({ id, kind, to, attempts, givenUpAt }) => (
          <li key={id}>
            <span>
              {to} <span className="tag">{kind}</span>
            </span>
            <span className="facts">
              <span>{words.t("administration.mails.attempts", { count: attempts })}</span>
              <time dateTime={givenUpAt}>{words.minute(givenUpAt)}</time>
            </span>
            <form method="post" action={words.to("/forms/administration.retryMail")}>
              <HiddenFields hidden={{ mail: id }} />
              <button className="button" type="submit">
                {words.t("administration.mails.retry")}
                <span className="unseen">: {to}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <p className="row">
        {next !== null && (
          <a className="button" rel="next" href={withQuery(words.to(PATH), { after: next })}>
            {words.t("administration.mails.more")}
          </a>
        )}
        {after !== null && <a href={words.to(PATH)}>{words.t("pages.first")}</a>}
      </p>
    </AdministrationFrame>
  );
}
