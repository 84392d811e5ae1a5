import { noSuch } from "../../../server/refusals";
import { seeOther } from "../../_asking/answers";
import { ownPage } from "../../_asking/pages";
import { withQuery } from "../../_ui/paths";
import { ProviderLinkPage } from "../../_ui/provider-link-page";

export const GET = ownPage(async ({ words, ask, context }) => {
  if (!context.reader) return seeOther(withQuery(words.to("/sign-in"), { next: words.to("/me/oidc") }));
  const link = await ask.oidc.own();
  if (!link) throw noSuch("page");
  return <ProviderLinkPage words={words} reader={context.reader} link={link} error={null} />;
});
