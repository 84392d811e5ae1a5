import { AccountFields, accountFields, type AccountValues } from "./account-fields";
import type { FormError } from "./form-error";
import { FormPage } from "./form-page";
import type { Words } from "./words";

type Props = { words: Words; values: AccountValues; hidden: Record<string, string>; error: FormError | null };

/** The first administrator, by the one-time link that the start prints; `hidden` carries its token. */
export function SetupPage({ words, values, hidden, error }: Props) {
  return (
    <FormPage
      words={words}
      title={words.t("setup.title")}
      lead={words.t("setup.lead")}
      path="/setup"
      action="/forms/setup"
      hidden={hidden}
      fields={accountFields}
      error={error}
      submit={words.t("setup.submit")}
    >
      <AccountFields words={words} values={values} error={error} />
    </FormPage>
  );
}
