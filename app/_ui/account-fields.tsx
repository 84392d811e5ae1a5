import { NAME_LENGTH } from "../../domain/names";
import { PASSWORD_LENGTH } from "../../domain/passwords";
import { Field } from "./field";
import type { FormError } from "./form-error";
import type { Words } from "./words";

export type AccountValues = { name: string; email: string };

export const accountFields = ["name", "email", "password"] as const;

/** What a new member tells, with the rules said before they are broken. */
export function AccountFields({ words, values, error }: { words: Words; values: AccountValues; error: FormError | null }) {
  return (
    <>
      <Field name="name" label={words.t("account.name")} hint={words.t("account.nameHint", NAME_LENGTH)} error={error} defaultValue={values.name} autoComplete="nickname" required spellCheck={false} />
      <Field name="email" type="email" label={words.t("account.email")} hint={words.t("account.emailHint")} error={error} defaultValue={values.email} autoComplete="email" required />
      <Field name="password" type="password" label={words.t("account.password")} hint={words.t("account.passwordHint", { least: PASSWORD_LENGTH.least })} error={error} autoComplete="new-password" required />
    </>
  );
}
