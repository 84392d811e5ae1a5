import { PASSWORD_LENGTH } from "../../domain/passwords";
import { Field } from "./field";
import type { FormError } from "./form-error";
import { FormPage } from "./form-page";
import type { Words } from "./words";

type Props = { words: Words; link: { name: string; email: string }; token: string; error: FormError | null };

/** A new password by a link. The name goes with it unseen, so that password managers know whose it is. */
export function ResetPage({ words, link, token, error }: Props) {
  return (
    <FormPage words={words} title={words.t("link.resetTitle")} lead={words.t("link.resetLead", link)} path={`/sign-in/reset/${token}`} action="/forms/members.resetPassword" hidden={{ token }} fields={["password"]} error={error} submit={words.t("link.reset")}>
      <input type="text" name="username" autoComplete="username" defaultValue={link.name} readOnly hidden />
      <Field name="password" type="password" label={words.t("ownAccount.newPassword")} hint={words.t("account.passwordHint", { least: PASSWORD_LENGTH.least })} error={error} autoComplete="new-password" required />
    </FormPage>
  );
}
