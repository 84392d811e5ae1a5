import { AccountFields, accountFields, type AccountValues } from "./account-fields";
import type { FormError } from "./form-error";
import { FormPage } from "./form-page";
import { withQuery } from "./paths";
import { ProviderDoor } from "./provider-door";
import type { Words } from "./words";

type Props = {
  words: Words;
  values: AccountValues;
  hidden: Record<string, string>;
  error: FormError | null;
  /** Where to go afterwards, for the link to sign-in; with its language. */
  next?: string | null;
  /** A comment was written already: it is kept and will be posted. */
  waiting?: boolean;
  /** What the provider is called by which one can sign in; null: there is none. */
  provider?: string | null;
};

export function SignUpPage({ words, values, hidden, error, next = null, waiting = false, provider = null }: Props) {
  const onward = { next: next ?? undefined };
  return (
    <FormPage
      words={words}
      title={words.t("signUp.title")}
      lead={words.t("signUp.lead")}
      path={withQuery("/sign-up", onward)}
      action="/forms/sign-up"
      hidden={hidden}
      fields={accountFields}
      error={error}
      submit={words.t("signUp.submit")}
      notice={waiting ? words.t("signUp.waiting") : null}
      below={
        <>
          <ProviderDoor words={words} provider={provider} hidden={hidden} />
          <p className="below">
            {words.t("signUp.haveAccount")} <a href={withQuery(words.to("/sign-in"), onward)}>{words.t("signIn.title")}</a>
          </p>
        </>
      }
    >
      <AccountFields words={words} values={values} error={error} />
    </FormPage>
  );
}
