import type { ReactNode } from "react";
import { Document } from "./document";
import type { ProviderLink } from "./provider-link-page";
import { SessionList, type SessionView } from "./session-list";
import type { Words } from "./words";

export type AccountView = { name: string; displayName: string | null; email: string | null; confirmed: boolean; pending: string | null; hasPassword: boolean; /** Named where what they contributed is credited. */ credited: boolean };

/** What was just done, as the address says it. */
export const accountActs = ["name", "displayName", "password", "mailed", "confirmed", "address", "others", "credited"] as const;
export type AccountAct = (typeof accountActs)[number];

type Props = { words: Words; account: AccountView; provider: ProviderLink | null; sessions: SessionView[]; done: AccountAct | null };

/** What opens the account, what it is called, where it is open; each with the way to change it. */
export function AccountPage({ words, account, provider, sessions, done }: Props) {
  const { name, displayName, email, confirmed, pending, hasPassword } = account;
  return (
    <Document words={words} title={words.t("ownAccount.title")} path="/me/account" noindex reader={account}>
      <div className="work narrow">
        <h1>{words.t("ownAccount.title")}</h1>
        {done !== null && (
          <p className="notice" role="status">
            {words.t(`ownAccount.done.${done}`)}
          </p>
        )}
        <ul className="ledger settings">
          <Setting words={words} what={words.t("ownAccount.name")} path="/me/account/name">
            <bdi>{name}</bdi>
          </Setting>
          <Setting words={words} what={words.t("ownAccount.displayName")} path="/me/account/display-name" isSet={displayName !== null}>
            {displayName === null ? <span className="quiet">{words.t("ownAccount.noDisplayName")}</span> : <bdi>{displayName}</bdi>}
          </Setting>
          <Setting words={words} what={words.t("ownAccount.email")} path="/me/account/address" isSet={email !== null}>
            {email === null ? <span className="quiet">{words.t("ownAccount.noEmail")}</span> : <span>{email}</span>}{" "}
            {email !== null && <span className={confirmed ? "tag accented" : "tag"}>{words.t(confirmed ? "ownAccount.confirmed" : "ownAccount.unconfirmed")}</span>}
          </Setting>
          <Setting words={words} what={words.t("ownAccount.password")} path="/me/account/password" isSet={hasPassword}>
            <span className="quiet">{words.t(hasPassword ? "ownAccount.hasPassword" : "ownAccount.noPassword")}</span>
          </Setting>
          {provider !== null && (
            <Setting words={words} what={words.t("oidc.me.title", { name: provider.provider })} path="/me/account/provider">
              <span className="quiet">{words.t(provider.linkedSince === null ? "oidc.me.isNotLinked" : "oidc.me.isLinked")}</span>
            </Setting>
          )}
        </ul>
        {pending !== null && <p className="hint">{words.t("ownAccount.pending", { email: pending })}</p>}
        {email !== null && !confirmed && <ConfirmAddress words={words} />}
        <Crediting words={words} credited={account.credited} />
        <SessionList words={words} sessions={sessions} hidden={{}} />
        <section aria-labelledby="delete">
          <h2 className="rule" id="delete">
            {words.t("ownAccount.delete")}
          </h2>
          <p className="row">
            <a className="button grave" href={words.to("/me/account/delete")}>
              {words.t("ownAccount.deleteLink")}
            </a>
          </p>
        </section>
      </div>
    </Document>
  );
}

function Setting({ words, what, path, isSet = true, children }: { words: Words; what: string; path: string; isSet?: boolean; children: ReactNode }) {
  return (
    <li>
      <span className="what">{what}</span>
      <span className="value">{children}</span>
      <a className="button" href={words.to(path)}>
        {words.t(isSet ? "ownAccount.change" : "ownAccount.set")}
        <span className="unseen">{words.t("ownAccount.which", { what })}</span>
      </a>
    </li>
  );
}

/** Off until they say so: who takes part in a consultation has not asked to be named in its report. */
function Crediting({ words, credited }: { words: Words; credited: boolean }) {
  return (
    <section aria-labelledby="crediting">
      <h2 className="rule" id="crediting">
        {words.t("ownAccount.crediting")}
      </h2>
      <form className="fields" method="post" action={words.to("/forms/members.setCredited")}>
        <p>{words.t("ownAccount.creditingSays")}</p>
        <p>
          <label>
            <input type="checkbox" name="credited" value="1" defaultChecked={credited} /> {words.t("ownAccount.credited")}
          </label>
        </p>
        <div className="row">
          <button className="button" type="submit">
            {words.t("ownAccount.save")}
          </button>
        </div>
      </form>
    </section>
  );
}

/** Why it should be done, and one button to begin. */
export function ConfirmAddress({ words }: { words: Words }) {
  return (
    <form className="notice" method="post" action={words.to("/forms/members.mailConfirmLink")}>
      <p>{words.t("ownAccount.unconfirmedSays")}</p>
      <p className="row">
        <button className="button" type="submit">
          {words.t("ownAccount.sendConfirm")}
        </button>
      </p>
    </form>
  );
}
