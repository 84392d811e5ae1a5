/** What a member says of their own comments after the text changed, by forms. */
import { wholeNumber } from "../_asking/request";
import { changedPath, withQuery } from "../_ui/paths";
import { type Form, leadTo } from "./form";

export const keepComment: Form = async (sent) => {
  await sent.ask.revisions.keep({ comment: sent.field("comment"), revision: wholeNumber(sent.field("revision")) ?? 0 });
  return leadTo(sent, withQuery(sent.words.to(changedPath()), { kept: "1" }));
};
