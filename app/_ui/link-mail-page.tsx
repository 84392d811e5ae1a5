import { LINK_MINUTES } from "../../domain/links";
import { Document } from "./document";
import { Field } from "./field";
import type { FormError } from "./form-error";
import { FormPage } from "./form-page";
import { withQuery } from "./paths";
import type { Words } from "./words";

type Kind = "sign-in" | "reset";
type Props = { words: Words; kind: Kind; values: { email: string }; hidden: Record<string, string>; error: FormError | null };

const KINDS = {
  "sign-in": { title: "linkMail.signInTitle", lead: "linkMail.signInLead", path: "/sign-in/link", action: "/forms/members.mailSignInLink" },
  reset: { title: "linkMail.resetTitle", lead: "linkMail.resetLead", path: "/sign-in/forgotten", action: "/forms/members.mailResetLink" },
} as const;

/** Asks for a link by mail: to sign in, or to choose a new password. */
export function LinkMailPage({ words, kind, values, hidden, error }: Props) {
  const { title, lead, path, action } = KINDS[kind];
  return (
    <FormPage
      words={words}
      title={words.t(title)}
      lead={words.t(lead, { minutes: LINK_MINUTES[kind] })}
      path={path}
      action={action}
      hidden={hidden}
      fields={["email"]}
      error={error}
      submit={words.t("linkMail.submit")}
      below={
        <p className="below">
          <a href={withQuery(words.to("/sign-in"), { next: hidden.next })}>{words.t("signIn.title")}</a>
        </p>
      }
    >
      <Field name="email" type="email" label={words.t("account.email")} error={error} defaultValue={values.email} autoComplete="email" required />
    </FormPage>
  );
}

/** The same for every address: nothing here tells whether it has an account. */
export function LinkSentPage({ words, kind }: { words: Words; kind: Kind }) {
  const { path } = KINDS[kind];
  return (
    <Document words={words} title={words.t("linkMail.sentTitle")} path={withQuery(path, { sent: "1" })} noindex>
      <div className="work narrow">
        <h1>{words.t("linkMail.sentTitle")}</h1>
        <p className="lead" role="status">
          {words.t("linkMail.sentSays")}
        </p>
        <p className="row">
          <a className="button" href={words.to(path)}>
            {words.t("linkMail.again")}
          </a>
        </p>
      </div>
    </Document>
  );
}
