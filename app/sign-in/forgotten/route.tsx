import { ownPage } from "../../_asking/pages";
import { queryOf } from "../../_asking/request";
import { LinkMailPage, LinkSentPage } from "../../_ui/link-mail-page";

export const GET = ownPage(async ({ words, request }) => {
  if (queryOf(request, "sent") !== null) return <LinkSentPage words={words} kind="reset" />;
  return <LinkMailPage words={words} kind="reset" values={{ email: "" }} hidden={{}} error={null} />;
});
