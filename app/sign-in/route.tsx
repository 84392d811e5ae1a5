import { returnAddress } from "../../domain/return-address";
import { seeOther } from "../_asking/answers";
import { ownPage } from "../_asking/pages";
import { queryOf } from "../_asking/request";
import { waitingSecret } from "../_asking/waiting-cookie";
import { SignInPage } from "../_ui/sign-in-page";

export const GET = ownPage(async ({ words, ask, request, context }) => {
  const next = queryOf(request, "next");
  if (context.reader) return seeOther(words.to("/me"));
  const provider = await ask.oidc.provider();
  return <SignInPage words={words} provider={provider?.name ?? null} values={{ who: "" }} hidden={{ next: returnAddress(next) }} error={null} next={next} waiting={waitingSecret(request.headers) !== null} confirmed={queryOf(request, "done") === "confirmed"} />;
});
