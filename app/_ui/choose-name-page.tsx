import { NAME_LENGTH } from "../../domain/names";
import { Field } from "./field";
import type { FormError } from "./form-error";
import { FormPage } from "./form-page";
import { NoticePage } from "./notice-page";
import { withQuery } from "./paths";
import type { Words } from "./words";

/** `hasAccount`: a member here has proved the same address. */
export type ApplicantView = { provider: string; name: string; email: string | null; isVerified: boolean; hasAccount: boolean };

type Props = { words: Words; applicant: ApplicantView; error: FormError | null; waiting: boolean };

/** Whom the provider vouched for chooses how they are called here, or hears that they have an account. */
export function ChooseNamePage({ words, applicant, error, waiting }: Props) {
  const { provider, name, hasAccount } = applicant;
  if (hasAccount) {
    const links = [{ href: withQuery(words.to("/sign-in"), { next: words.to("/me/account/provider") }), label: words.t("signIn.title") }];
    return <NoticePage words={words} kind="hasAccount" path="/sign-up/oidc" message={words.t("refusals.oidc.addressHasAccount", { name: provider })} links={links} />;
  }
  return (
    <FormPage
      words={words}
      title={words.t("oidc.choose.title")}
      lead={words.t("oidc.choose.lead", { name: provider })}
      path="/sign-up/oidc"
      action="/forms/oidc.signUp"
      hidden={{}}
      fields={["name"]}
      error={error}
      submit={words.t("oidc.choose.submit")}
      notice={waiting ? words.t("signUp.waiting") : null}
    >
      <Field name="name" label={words.t("account.name")} hint={words.t("account.nameHint", NAME_LENGTH)} error={error} defaultValue={name} autoComplete="nickname" required spellCheck={false} />
      <p className="quiet">{addressLine(words, applicant)}</p>
    </FormPage>
  );
}

function addressLine(words: Words, { provider, email, isVerified }: ApplicantView): string {
  if (email === null) return words.t("oidc.choose.noEmail", { name: provider });
  return words.t(isVerified ? "oidc.choose.confirmed" : "oidc.choose.claimed", { name: provider, email });
}
