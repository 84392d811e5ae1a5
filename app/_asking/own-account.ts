/** Pages of the reader's own account; a visitor is asked to sign in, and comes back. */
import type { ReactElement } from "react";
import type { AccountView } from "../_ui/account-page";
import { withQuery } from "../_ui/paths";
import type { Words } from "../_ui/words";
import { seeOther } from "./answers";
import { type Ask, ownPage } from "./pages";

export function accountPage(path: string, page: (asked: { words: Words; account: AccountView; ask: Ask; request: Request }) => ReactElement | Promise<ReactElement>) {
  return ownPage(async ({ words, ask, context, request }) => {
    if (!context.reader) return seeOther(withQuery(words.to("/sign-in"), { next: words.to(path) }));
    return page({ words, account: await ask.members.account(), ask, request });
  });
}
