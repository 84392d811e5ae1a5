import { noSuch } from "../../../../server/refusals";
import { accountPage } from "../../../_asking/own-account";
import { ProviderLinkPage } from "../../../_ui/provider-link-page";

export const GET = accountPage("/me/account/provider", async ({ words, account, ask }) => {
  const link = await ask.oidc.own();
  if (!link) throw noSuch("page");
  return <ProviderLinkPage words={words} reader={account} link={link} error={null} />;
});
