import { applicantCookie } from "../../../server/oidc/sealed-cookie";
import { seeOther } from "../../_asking/answers";
import { ownPage } from "../../_asking/pages";
import { waitingSecret } from "../../_asking/waiting-cookie";
import { ChooseNamePage } from "../../_ui/choose-name-page";

export const GET = ownPage(async ({ words, ask, request, context }) => {
  if (context.reader) return seeOther(words.to("/me"));
  const applicant = await ask.oidc.applicant({ applicant: applicantCookie.valueIn(request.headers) });
  return <ChooseNamePage words={words} applicant={applicant} error={null} waiting={waitingSecret(request.headers) !== null} />;
});
