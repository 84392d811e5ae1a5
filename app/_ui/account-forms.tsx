/** The short forms by which an account is changed, each a page. */
import { DISPLAY_NAME_LENGTH, NAME_LENGTH } from "../../domain/names";
import { PASSWORD_LENGTH } from "../../domain/passwords";
import type { AccountView } from "./account-page";
import { Field } from "./field";
import type { FormError } from "./form-error";
import { FormPage } from "./form-page";
import type { Words } from "./words";

type Props = { words: Words; account: AccountView; error: FormError | null; value?: string };

export function NameForm({ words, account, error, value = account.name }: Props) {
  return (
    <FormPage words={words} title={words.t("ownAccount.nameTitle")} lead={words.t("ownAccount.nameLead")} path="/me/account/name" action="/forms/members.rename" hidden={{}} fields={["name"]} error={error} submit={words.t("ownAccount.save")} reader={account} below={<Back words={words} />}>
      <Field name="name" label={words.t("account.name")} hint={words.t("account.nameHint", NAME_LENGTH)} error={error} defaultValue={value} autoComplete="nickname" spellCheck={false} required />
    </FormPage>
  );
}

export function DisplayNameForm({ words, account, error, value = account.displayName ?? "" }: Props) {
  return (
    <FormPage words={words} title={words.t("ownAccount.displayNameTitle")} lead={words.t("ownAccount.displayNameLead")} path="/me/account/display-name" action="/forms/members.setDisplayName" hidden={{}} fields={["displayName"]} error={error} submit={words.t("ownAccount.save")} reader={account} below={<Back words={words} />}>
      <Field name="displayName" label={words.t("ownAccount.displayName")} hint={words.t("ownAccount.displayNameHint", DISPLAY_NAME_LENGTH)} error={error} defaultValue={value} autoComplete="name" spellCheck={false} />
    </FormPage>
  );
}

export function AddressForm({ words, account, error, value = "" }: Props) {
  return (
    <FormPage words={words} title={words.t("ownAccount.emailTitle")} lead={words.t("ownAccount.emailLead")} path="/me/account/address" action="/forms/members.changeAddress" hidden={{}} fields={["email", "current"]} error={error} submit={words.t("ownAccount.emailSubmit")} reader={account} below={<Back words={words} />}>
      <Field name="email" type="email" label={words.t("ownAccount.emailField")} error={error} defaultValue={value} autoComplete="email" required />
      <CurrentPassword words={words} hasPassword={account.hasPassword} error={error} />
    </FormPage>
  );
}

export function PasswordForm({ words, account, error }: Props) {
  const title = words.t(account.hasPassword ? "ownAccount.passwordTitle" : "ownAccount.setPasswordTitle");
  return (
    <FormPage words={words} title={title} lead={words.t("ownAccount.passwordLead")} path="/me/account/password" action="/forms/members.changePassword" hidden={{}} fields={["current", "password"]} error={error} submit={words.t("ownAccount.save")} reader={account} below={<Back words={words} />}>
      <input type="text" name="username" autoComplete="username" defaultValue={account.name} readOnly hidden />
      <CurrentPassword words={words} hasPassword={account.hasPassword} error={error} />
      <Field name="password" type="password" label={words.t("ownAccount.newPassword")} hint={words.t("account.passwordHint", { least: PASSWORD_LENGTH.least })} error={error} autoComplete="new-password" required />
    </FormPage>
  );
}

/** Who has a password shows that they know it; who has none came in lately, or is told to. */
export function CurrentPassword({ words, hasPassword, error }: { words: Words; hasPassword: boolean; error: FormError | null }) {
  if (!hasPassword) return <p className="hint">{words.t("ownAccount.freshHint")}</p>;
  return <Field name="current" type="password" label={words.t("ownAccount.current")} hint={words.t("ownAccount.currentHint")} error={error} autoComplete="current-password" required />;
}

export function Back({ words }: { words: Words }) {
  return (
    <p className="below">
      <a href={words.to("/me/account")}>{words.t("ownAccount.back")}</a>
    </p>
  );
}
