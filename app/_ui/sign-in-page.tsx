import { Field } from "./field";
import type { FormError } from "./form-error";
import { FormPage } from "./form-page";
import { withQuery } from "./paths";
import { ProviderDoor } from "./provider-door";
import type { Words } from "./words";

type Props = {
  words: Words;
  values: { who: string };
  hidden: Record<string, string>;
  error: FormError | null;
  /** Where to go afterwards, for the link to sign-up; with its language. */
  next?: string | null;
  /** A comment was written already and waits. */
  waiting?: boolean;
  /** What the provider is called by which one can sign in; null: there is none. */
  provider?: string | null;
  /** Their address was proved just now, by a link they opened signed out. */
  confirmed?: boolean;
};

export function SignInPage({ words, values, hidden, error, next = null, waiting = false, confirmed = false, provider = null }: Props) {
  const onward = { next: next ?? undefined };
  return (
    <FormPage
      words={words}
      title={words.t("signIn.title")}
      path={withQuery("/sign-in", onward)}
      action="/forms/sign-in"
      hidden={hidden}
      fields={["who", "password"]}
      error={error}
      submit={words.t("signIn.submit")}
      notice={waiting ? words.t("signUp.waiting") : confirmed ? words.t("signIn.confirmed") : null}
      below={
        <>
          <ProviderDoor words={words} provider={provider} hidden={hidden} />
          <div className="below">
            <p>
              <a href={withQuery(words.to("/sign-in/link"), onward)}>{words.t("signIn.byLink")}</a>
            </p>
            <p>
              <a href={words.to("/sign-in/forgotten")}>{words.t("signIn.forgotten")}</a>
            </p>
            <p>
              {words.t("signIn.noAccount")} <a href={withQuery(words.to("/sign-up"), onward)}>{words.t("signUp.title")}</a>
            </p>
          </div>
        </>
      }
    >
      <Field name="who" label={words.t("signIn.who")} error={error} defaultValue={values.who} autoComplete="username" spellCheck={false} autoCapitalize="none" required />
      <Field name="password" type="password" label={words.t("account.password")} error={error} autoComplete="current-password" required />
    </FormPage>
  );
}
