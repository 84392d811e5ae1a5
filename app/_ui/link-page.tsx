import type { FormError } from "./form-error";
import { FormPage } from "./form-page";
import type { Words } from "./words";

type Props = { words: Words; link: { name: string; email: string }; token: string; reader?: { name: string } | null; error: FormError | null };

const KINDS = {
  "sign-in": { title: "link.signInTitle", lead: "link.signInLead", submit: "link.signIn", action: "/forms/members.signInByLink" },
  confirm: { title: "link.confirmTitle", lead: "link.confirmLead", submit: "link.confirm", action: "/forms/members.confirmAddress" },
  address: { title: "link.addressTitle", lead: "link.addressLead", submit: "link.address", action: "/forms/members.confirmNewAddress" },
} as const;

/** What a link from a mail asks for, and whose account it is about: one button, for programs that open links press none. */
export function LinkPage({ kind, words, link, token, reader = null, error }: Props & { kind: keyof typeof KINDS }) {
  const { title, lead, submit, action } = KINDS[kind];
  return (
    <FormPage words={words} title={words.t(title, link)} lead={words.t(lead, link)} path={`/sign-in/${kind === "sign-in" ? "link" : kind}/${token}`} action={action} hidden={{ token }} fields={[]} error={error} submit={words.t(submit)} reader={reader}>
      {null}
    </FormPage>
  );
}
