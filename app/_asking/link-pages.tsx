/** Pages that a link from a mail leads to. Opening one changes nothing: what it asks for is done when its button is pressed. */
import type { ReactElement } from "react";
import type { LinkPurpose } from "../../domain/links";
import { refusalOf } from "../../server/trpc";
import { NoticePage } from "../_ui/notice-page";
import type { Words } from "../_ui/words";
import { ownDocument } from "./answers";
import { ownPage } from "./pages";
import { said, statusOf } from "./refused";

export type Mailed = Exclude<LinkPurpose, "setup" | "card" | "oidc">;
type Held = { words: Words; link: { name: string; email: string }; token: string; reader: { name: string } | null };

/** Where another link of the kind is asked for. */
const ASKED_AT: Record<Mailed, string> = { "sign-in": "/sign-in/link", reset: "/sign-in/forgotten", confirm: "/me/account", address: "/me/account/address" };

/** The page that says a link does not work, and the way to another; null when something else is wrong. */
export async function deadLink(error: unknown, purpose: Mailed, words: Words): Promise<Response | null> {
  const refusal = refusalOf(error);
  if (refusal?.reason !== "noSuch.link") return null;
  const links = [{ href: words.to(ASKED_AT[purpose]), label: words.t("link.askAgain") }];
  return ownDocument(<NoticePage words={words} kind="notFound" path={ASKED_AT[purpose]} message={said(words, refusal)} links={links} />, statusOf(error));
}

export function linkPage(purpose: Mailed, page: (held: Held) => ReactElement) {
  return ownPage<"token">(async ({ words, ask, context }, { token }) => {
    try {
      return page({ words, link: await ask.members.linkInHand({ purpose, token }), token, reader: context.reader });
    } catch (error) {
      const dead = await deadLink(error, purpose, words);
      if (!dead) throw error;
      return dead;
    }
  });
}
