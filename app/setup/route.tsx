import { noSuch } from "../../server/refusals";
import { ownPage } from "../_asking/pages";
import { queryOf } from "../_asking/request";
import { SetupPage } from "../_ui/setup-page";

export const GET = ownPage(async ({ words, ask, request }) => {
  const token = queryOf(request, "token") ?? "";
  if (!(await ask.members.setupLinkWorks({ token }))) throw noSuch("link");
  return <SetupPage words={words} values={{ name: "", email: "" }} hidden={{ token }} error={null} />;
});
