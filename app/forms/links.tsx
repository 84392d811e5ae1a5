/** Asking for links by mail, and pressing what they lead to. */
import { deadLink, type Mailed } from "../_asking/link-pages";
import type { FormError } from "../_ui/form-error";
import { LinkMailPage } from "../_ui/link-mail-page";
import { LinkPage } from "../_ui/link-page";
import { withQuery } from "../_ui/paths";
import { ResetPage } from "../_ui/reset-page";
import { goOn } from "./accounts";
import { comeBack, type Form, leadTo, type Sent } from "./form";
import type { ReactElement } from "react";

function mailing(kind: "sign-in" | "reset", path: string, mail: (sent: Sent, email: string) => Promise<void>): Form {
  return async (sent) => {
    const [email, next] = [sent.field("email"), sent.field("next")];
    try {
      await mail(sent, email);
    } catch (error) {
      return comeBack(sent, error, (why) => <LinkMailPage words={sent.words} kind={kind} values={{ email }} hidden={next ? { next } : {}} error={why} />);
    }
    return leadTo(sent, withQuery(sent.words.to(path), { sent: "1" }));
  };
}

export const mailSignInLink = mailing("sign-in", "/sign-in/link", ({ ask, words, field }, email) => ask.members.mailSignInLink({ email, language: words.language, next: field("next") || "/" }));
export const mailResetLink = mailing("reset", "/sign-in/forgotten", ({ ask, words }, email) => ask.members.mailResetLink({ email, language: words.language }));

type Pressed = { words: Sent["words"]; link: { name: string; email: string }; token: string; error: FormError };

/** What a link is pressed for. Where it does not work that is said; where something else is wrong the page comes back. */
function pressing(purpose: Mailed, press: (sent: Sent, token: string) => Promise<Response>, page: (pressed: Pressed) => ReactElement): Form {
  return async (sent) => {
    const token = sent.field("token");
    try {
      return await press(sent, token);
    } catch (error) {
      const dead = await deadLink(error, purpose, sent.words);
      if (dead) return dead;
      const link = await sent.ask.members.linkInHand({ purpose, token });
      return comeBack(sent, error, (why) => page({ words: sent.words, link, token, error: why }));
    }
  };
}

export const signInByLink = pressing(
  "sign-in",
  async (sent, token) => goOn(sent, (await sent.ask.members.signInByLink({ token })).next),
  (pressed) => <LinkPage kind="sign-in" {...pressed} />,
);

export const resetPassword = pressing(
  "reset",
  async (sent, token) => {
    await sent.ask.members.resetPassword({ token, password: sent.field("password") });
    return leadTo(sent, withQuery(sent.words.to("/me/account"), { done: "password" }));
  },
  (pressed) => <ResetPage {...pressed} />,
);

/** Signed in as whoever: the page of the account says it; a visitor is asked to sign in. */
function afterwards(sent: Sent, done: string): Response {
  return leadTo(sent, withQuery(sent.words.to(sent.context.reader ? "/me/account" : "/sign-in"), { done }));
}

export const confirmAddress = pressing(
  "confirm",
  async (sent, token) => {
    await sent.ask.members.confirmAddress({ token });
    return afterwards(sent, "confirmed");
  },
  (pressed) => <LinkPage kind="confirm" {...pressed} />,
);

export const confirmNewAddress = pressing(
  "address",
  async (sent, token) => {
    await sent.ask.members.confirmNewAddress({ token });
    return afterwards(sent, "confirmed");
  },
  (pressed) => <LinkPage kind="address" {...pressed} />,
);
