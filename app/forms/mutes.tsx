/** Muting somebody, and reading them again, by forms. */
import { commentPath } from "../_ui/paths";
import { type Form, leadTo } from "./form";

export const muteMember: Form = async (sent) => {
  const comment = sent.field("comment");
  await sent.ask.members.mute({ comment });
  return leadTo(sent, sent.words.to(`${commentPath(comment)}/acts`));
};

/** From a comment's page back to it; from the list of all that are muted back to that. */
export const unmuteMember: Form = async (sent) => {
  const [comment, mute] = [sent.field("comment"), sent.field("mute")];
  await sent.ask.members.unmute(comment ? { comment } : { mute });
  return leadTo(sent, sent.words.to(comment ? `${commentPath(comment)}/acts` : "/me"));
};
