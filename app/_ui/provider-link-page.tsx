import { Back, CurrentPassword } from "./account-forms";
import type { FormError } from "./form-error";
import { FormPage } from "./form-page";
import { NoticePage } from "./notice-page";
import type { Words } from "./words";

/** `linkedSince`: null where the reader's account is not linked. */
export type ProviderLink = { provider: string; linkedSince: string | null; canUnlink: boolean; hasPassword: boolean };

type Props = { words: Words; reader: { name: string }; link: ProviderLink; error: FormError | null };

const PATH = "/me/account/provider";

/** Whether the provider opens one's account, and the one thing to do about it. */
export function ProviderLinkPage({ words, reader, link: { provider, linkedSince, canUnlink, hasPassword }, error }: Props) {
  const name = { name: provider };
  const common = { words, title: words.t("oidc.me.title", name), path: PATH, hidden: {}, error, reader, below: <Back words={words} /> };
  if (linkedSince === null) {
    return (
      <FormPage {...common} lead={words.t("oidc.me.unlinked", name)} action="/forms/oidc.link" fields={hasPassword ? ["current"] : []} submit={words.t("oidc.me.link", name)}>
        <CurrentPassword words={words} hasPassword={hasPassword} error={error} />
      </FormPage>
    );
  }
  if (!canUnlink) return <NoticePage words={words} kind="onlyDoor" path={PATH} message={words.t("refusals.oidc.onlyDoor", name)} links={[{ href: words.to("/me/account"), label: words.t("ownAccount.title") }]} reader={reader} />;
  return (
    <FormPage {...common} lead={words.t("oidc.me.linked", { ...name, day: words.day(linkedSince) })} action="/forms/oidc.unlink" fields={[]} submit={words.t("oidc.me.unlink", name)}>
      {null}
    </FormPage>
  );
}
