import type { Proof } from "../../domain/doors";
import { Document } from "./document";
import { ErrorAbove, Field } from "./field";
import type { FormError } from "./form-error";
import { formTitle } from "./form-title";
import type { Words } from "./words";

export type ProviderLink = { provider: string; linkedSince: string | null; canUnlink: boolean; proof: Proof };

type Props = { words: Words; reader: { name: string }; link: ProviderLink; error: FormError | null };

/** Whether the provider opens one's account, and how to begin or end that. */
export function ProviderLinkPage({ words, reader, link, error }: Props) {
  const title = words.t("oidc.me.title", { name: link.provider });
  return (
    <Document words={words} title={formTitle(words, title, error)} path="/me/oidc" noindex reader={reader}>
      <div className="work narrow">
        <h1>{title}</h1>
        <p className="lead">{link.linkedSince === null ? words.t("oidc.me.unlinked", { name: link.provider }) : words.t("oidc.me.linked", { name: link.provider, day: words.day(link.linkedSince) })}</p>
        {link.linkedSince === null ? <LinkForm words={words} link={link} error={error} /> : <UnlinkForm words={words} link={link} error={error} />}
        <p className="below">
          <a href={words.to("/me")}>{words.t("oidc.me.back")}</a>
        </p>
      </div>
    </Document>
  );
}

type FormProps = Omit<Props, "reader">;

function LinkForm({ words, link: { provider, proof }, error }: FormProps) {
  if (proof === "signInAgain") {
    return (
      <form className="fields" method="post" action={words.to("/forms/sign-out")}>
        <p className="notice">{words.t("refusals.oidc.signInAgain")}</p>
        <div className="row">
          <button className="button" type="submit">
            {words.t("me.signOut")}
          </button>
        </div>
      </form>
    );
  }
  return (
    <form className="fields" method="post" action={words.to("/forms/oidc.link")}>
      <ErrorAbove fields={proof === "password" ? ["password"] : []} error={error} />
      {proof === "password" && <Field name="password" type="password" label={words.t("oidc.me.password")} hint={words.t("oidc.me.passwordHint")} error={error} autoComplete="current-password" required />}
      <div className="row">
        <button className="button main" type="submit">
          {words.t("oidc.me.link", { name: provider })}
        </button>
      </div>
    </form>
  );
}

function UnlinkForm({ words, link: { provider, canUnlink }, error }: FormProps) {
  if (!canUnlink) return <p className="notice">{words.t("refusals.oidc.onlyDoor", { name: provider })}</p>;
  return (
    <form className="fields" method="post" action={words.to("/forms/oidc.unlink")}>
      <ErrorAbove fields={[]} error={error} />
      <div className="row">
        <button className="button" type="submit">
          {words.t("oidc.me.unlink", { name: provider })}
        </button>
      </div>
    </form>
  );
}
