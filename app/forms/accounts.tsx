/** Signing up, in and out by forms. */
import { returnAddress } from "../../domain/return-address";
import { contextOf } from "../../server/context";
import { callerOf } from "../../server/router";
import { waitingSecret } from "../_asking/waiting-cookie";
import { SetupPage } from "../_ui/setup-page";
import { SignInPage } from "../_ui/sign-in-page";
import { SignUpPage } from "../_ui/sign-up-page";
import { postWaiting } from "./comments";
import { comeBack, type Form, leadTo, type Sent } from "./form";

function account(sent: Sent) {
  return { name: sent.field("name"), email: sent.field("email"), password: sent.field("password") };
}

/** On to what they came for: the comment that waits, or the page they left. */
export async function goOn(sent: Sent, next = sent.field("next")): Promise<Response> {
  const secret = waitingSecret(sent.headers);
  const to = returnAddress(next);
  if (secret === null) return leadTo(sent, to === "/" ? sent.words.to("/") : to);
  // The session just opened is in the answer's cookies, not in the request's.
  const headers = new Headers(sent.headers);
  headers.set("cookie", sent.context.cookies.map((cookie) => cookie.split(";", 1)[0]).join("; "));
  const context = { ...(await contextOf(headers)), cookies: sent.context.cookies };
  return postWaiting({ ...sent, context, ask: callerOf(context) }, secret);
}

export const signUp: Form = async (sent) => {
  try {
    await sent.ask.members.signUp({ ...account(sent), language: sent.words.language });
  } catch (error) {
    const provider = await sent.ask.oidc.provider();
    return comeBack(sent, error, (why) => (
      <SignUpPage words={sent.words} provider={provider?.name ?? null} values={account(sent)} hidden={{ next: returnAddress(sent.field("next")) }} error={why} waiting={waitingSecret(sent.headers) !== null} />
    ));
  }
  return goOn(sent);
};

export const signIn: Form = async (sent) => {
  const [who, password] = [sent.field("who"), sent.field("password")];
  try {
    await sent.ask.members.signIn({ who, password });
  } catch (error) {
    const provider = await sent.ask.oidc.provider();
    return comeBack(sent, error, (why) => (
      <SignInPage words={sent.words} provider={provider?.name ?? null} values={{ who }} hidden={{ next: returnAddress(sent.field("next")) }} error={why} waiting={waitingSecret(sent.headers) !== null} />
    ));
  }
  return goOn(sent);
};

export const signOut: Form = async (sent) => {
  await sent.ask.members.signOut();
  return leadTo(sent, sent.words.to("/"));
};

export const setup: Form = async (sent) => {
  const token = sent.field("token");
  try {
    await sent.ask.members.createFirstAdministrator({ ...account(sent), token });
    return leadTo(sent, sent.words.to("/me"));
  } catch (error) {
    return comeBack(sent, error, (why) => <SetupPage words={sent.words} values={account(sent)} hidden={{ token }} error={why} />);
  }
};
