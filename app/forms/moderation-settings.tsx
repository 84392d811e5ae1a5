/** How comments are moderated here, set by a form. */
import { noSuch } from "../../server/refusals";
import { wholeNumber } from "../_asking/request";
import { ModerationSettingsPage, type WrittenSettings } from "../_ui/moderation/settings-page";
import { moderationSettingsPath } from "../_ui/paths";
import { throwIfNowhere } from "./editing-again";
import { comeBack, type Form, leadTo, type Sent } from "./form";

function writtenIn({ field }: Sent): WrittenSettings {
  return {
    mode: field("mode") === "before" ? "before" : "after",
    bannedWhat: field("bannedWhat") === "refuse" ? "refuse" : "hold",
    brake: field("brake") !== "",
    banned: field("banned"),
    suspect: field("suspect"),
    newMemberApproved: field("newMemberApproved"),
    linksMost: field("linksMost"),
    linksNewMember: field("linksNewMember"),
    hotThread: field("hotThread"),
    hidesAt: field("hidesAt"),
  };
}

export const changeModerationSettings: Form = async (sent) => {
  const [written, version] = [writtenIn(sent), wholeNumber(sent.field("version")) ?? 0];
  const { reader } = sent.context;
  if (!reader) throw noSuch("page");
  try {
    await sent.ask.moderation.changeSettings({ ...written, version });
    return leadTo(sent, `${sent.words.to(moderationSettingsPath())}?saved=1`);
  } catch (error) {
    throwIfNowhere(error);
    return comeBack(sent, error, (why) => <ModerationSettingsPage words={sent.words} reader={reader} canChange version={version} written={written} notice={null} error={why} />);
  }
};
