/** Reporting a comment by a form. */
import { isHouseRule } from "../../domain/moderation/house-rules";
import { badField } from "../../server/refusals";
import { reportPath } from "../_ui/paths";
import { ReportPage } from "../_ui/report-page";
import { comeBack, type Form, leadTo } from "./form";

export const makeReport: Form = async (sent) => {
  const { words, ask, context, field } = sent;
  const comment = field("comment");
  const chosen = field("ground");
  const ground = isHouseRule(chosen) || chosen === "law" ? chosen : null;
  const written = { quote: field("quote"), note: field("note"), email: field("email") };
  try {
    if (ground === null) throw badField("ground", { fault: "groundMissing" });
    await ask.reports.make({ comment, ground, ...written, language: words.language });
    return leadTo(sent, `${words.to(reportPath(comment))}?done=1`);
  } catch (error) {
    const acts = await ask.comments.acts({ comment });
    const place = { words, slug: acts.slug, ...(acts.readAt === undefined ? {} : { readAt: acts.readAt }), discussionId: acts.discussion, revision: acts.revision, language: acts.language };
    return comeBack(sent, error, (why) => <ReportPage place={place} comment={acts.comment} reader={context.reader} written={{ ...written, ground }} error={why} />);
  }
};
