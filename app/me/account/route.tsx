import { accountPage } from "../../_asking/own-account";
import { queryOf } from "../../_asking/request";
import { accountActs, AccountPage } from "../../_ui/account-page";

export const GET = accountPage("/me/account", async ({ words, account, ask, request }) => {
  const done = accountActs.find((act) => act === queryOf(request, "done")) ?? null;
  return <AccountPage words={words} account={account} provider={await ask.oidc.own()} sessions={await ask.members.sessions()} done={done} />;
});
