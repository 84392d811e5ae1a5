import { Back, CurrentPassword } from "./account-forms";
import type { AccountView } from "./account-page";
import { Document } from "./document";
import { ErrorAbove } from "./field";
import type { FormError } from "./form-error";
import { formTitle } from "./form-title";
import type { Words } from "./words";

export type Going = { comments: number; articles: number; drafts: number; last: boolean };
type Props = { words: Words; account: AccountView; going: Going; erases: boolean; error: FormError | null };

/** Says what goes and what stays, and then asks. */
export function DeletionPage({ words, account, going, erases, error }: Props) {
  const title = words.t("deletion.title");
  return (
    <Document words={words} title={formTitle(words, title, error)} path="/me/account/delete" noindex reader={account}>
      <div className="work narrow">
        <h1>{title}</h1>
        <p className="lead">{words.t("deletion.lead")}</p>
        <h2 className="rule">{words.t("deletion.goes")}</h2>
        <ul>
          <li>{words.t("deletion.goesName")}</li>
          <li>{words.t("deletion.goesKept", { drafts: going.drafts })}</li>
        </ul>
        <h2 className="rule">{words.t("deletion.stays")}</h2>
        <ul>
          <li>{words.t("deletion.staysPlaces")}</li>
        </ul>
        {going.last ? <p className="notice">{words.t("deletion.last")}</p> : <DeletionForm words={words} account={account} going={going} erases={erases} error={error} />}
        <Back words={words} />
      </div>
    </Document>
  );
}

function DeletionForm({ words, account, going, erases, error }: Props) {
  return (
    <form className="fields" method="post" action={words.to("/forms/members.deleteAccount")}>
      <ErrorAbove fields={["current"]} error={error} />
      <fieldset className="kinds">
        <legend>{words.t("deletion.comments", { count: going.comments, articles: going.articles })}</legend>
        {going.comments > 0 && (
          <div className="choices tall">
            <Choice words={words} value="keep" isChosen={!erases} />
            <Choice words={words} value="erase" isChosen={erases} />
          </div>
        )}
      </fieldset>
      <CurrentPassword words={words} hasPassword={account.hasPassword} error={error} />
      <div className="row">
        <button className="button grave" type="submit">
          {words.t("deletion.submit")}
        </button>
      </div>
    </form>
  );
}

function Choice({ words, value, isChosen }: { words: Words; value: "keep" | "erase"; isChosen: boolean }) {
  return (
    <label>
      <input type="radio" name="comments" value={value} defaultChecked={isChosen} />
      <span>
        {words.t(`deletion.${value}`)}
        <br />
        <span className="quiet">{words.t(`deletion.${value}Says`)}</span>
      </span>
    </label>
  );
}

export function DeletedPage({ words }: { words: Words }) {
  return (
    <Document words={words} title={words.t("deletion.doneTitle")} path="/me/deleted" noindex>
      <div className="work narrow">
        <h1>{words.t("deletion.doneTitle")}</h1>
        <p className="lead">{words.t("deletion.doneSays")}</p>
        <p className="row">
          <a className="button" href={words.to("/")}>
            {words.t("notices.articles")}
          </a>
        </p>
      </div>
    </Document>
  );
}
