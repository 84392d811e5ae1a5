/** Signing in by the provider, and linking it, by forms. */
import { returnAddress } from "../../domain/return-address";
import { noSuch } from "../../server/refusals";
import { applicantCookie } from "../../server/oidc/sealed-cookie";
import { ownDocument } from "../_asking/answers";
import { waitingSecret } from "../_asking/waiting-cookie";
import { ChooseNamePage } from "../_ui/choose-name-page";
import { LeavingPage } from "../_ui/leaving-page";
import { ProviderLinkPage } from "../_ui/provider-link-page";
import { SignInPage } from "../_ui/sign-in-page";
import { goOn } from "./accounts";
import { comeBack, type Form, leadTo, type Sent } from "./form";

/** Off to the provider by a page of ours: browsers hold a form, and where it is led on to, to this site. */
async function leave({ words, ask, context }: Sent, address: string): Promise<Response> {
  const { name } = (await ask.oidc.provider()) ?? { name: new URL(address).hostname };
  const answer = await ownDocument(<LeavingPage words={words} provider={name} address={address} />, 200, { refresh: `0; url=${address}` });
  for (const cookie of context.cookies) answer.headers.append("set-cookie", cookie);
  return answer;
}

/** The page to sign in on, with what went wrong on the way by the provider. */
export async function signInAgain(sent: Sent, error: unknown): Promise<Response> {
  const provider = await sent.ask.oidc.provider();
  return comeBack(sent, error, (why) => (
    <SignInPage words={sent.words} values={{ who: "" }} hidden={{ next: returnAddress(sent.field("next")) }} error={why} provider={provider?.name ?? null} waiting={waitingSecret(sent.headers) !== null} />
  ));
}

export const beginOidc: Form = async (sent) => {
  try {
    const { address } = await sent.ask.oidc.begin({ next: sent.field("next"), language: sent.words.language });
    return await leave(sent, address);
  } catch (error) {
    return signInAgain(sent, error);
  }
};

export const signUpByOidc: Form = async (sent) => {
  const applicant = applicantCookie.valueIn(sent.headers);
  try {
    const { next } = await sent.ask.oidc.signUp({ applicant, name: sent.field("name"), language: sent.words.language });
    return await goOn(sent, next);
  } catch (error) {
    const view = await sent.ask.oidc.applicant({ applicant });
    return comeBack(sent, error, (why) => <ChooseNamePage words={sent.words} applicant={{ ...view, name: sent.field("name") }} error={why} waiting={waitingSecret(sent.headers) !== null} />);
  }
};

async function linkAgain(sent: Sent, error: unknown): Promise<Response> {
  const { reader } = sent.context;
  const link = reader && (await sent.ask.oidc.own());
  if (!reader || !link) throw error;
  return comeBack(sent, error, (why) => <ProviderLinkPage words={sent.words} reader={reader} link={link} error={why} />);
}

export const linkOidc: Form = async (sent) => {
  try {
    const { address } = await sent.ask.oidc.beginLinking({ current: sent.field("current"), language: sent.words.language });
    return await leave(sent, address);
  } catch (error) {
    return linkAgain(sent, error);
  }
};

export const unlinkOidc: Form = async (sent) => {
  try {
    await sent.ask.oidc.unlink();
    return leadTo(sent, sent.words.to("/me/account/provider"));
  } catch (error) {
    return linkAgain(sent, error);
  }
};

/** What the provider sends back by the browser: on to a name, to the link, or to where they came from. */
export async function comeHome(sent: Sent, { transaction, answer }: { transaction: string; answer: string }): Promise<Response> {
  const begun = await sent.ask.oidc.begun({ transaction });
  try {
    const { outcome, next } = await sent.ask.oidc.finish({ transaction, answer });
    if (outcome === "new") return leadTo(sent, sent.words.to("/sign-up/oidc"));
    if (outcome === "linked") return leadTo(sent, sent.words.to(next));
    return await goOn(sent, next);
  } catch (error) {
    if (!(await sent.ask.oidc.provider())) throw noSuch("page");
    return begun?.isLinking && sent.context.reader ? linkAgain(sent, error) : signInAgain(sent, error);
  }
}
