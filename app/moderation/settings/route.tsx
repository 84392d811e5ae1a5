import { canModerate } from "../../../domain/moderation/authority";
import { canAdminister } from "../../../domain/permissions";
import { noSuch } from "../../../server/refusals";
import { ownPage } from "../../_asking/pages";
import { queryOf } from "../../_asking/request";
import { asWritten, ModerationSettingsPage } from "../../_ui/moderation/settings-page";

export const GET = ownPage(async ({ words, ask, request, context: { reader } }) => {
  if (!reader || !canModerate(reader)) throw noSuch("page");
  const { value, version } = await ask.moderation.settings();
  const notice = queryOf(request, "saved") === null ? null : words.t("moderation.settings.saved");
  return <ModerationSettingsPage words={words} reader={reader} canChange={canAdminister(reader)} version={version} written={asWritten(value)} notice={notice} error={null} />;
});
