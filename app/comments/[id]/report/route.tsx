import { ownPage } from "../../../_asking/pages";
import { queryOf } from "../../../_asking/request";
import { NoticePage } from "../../../_ui/notice-page";
import { commentPath, reportPath } from "../../../_ui/paths";
import { ReportPage } from "../../../_ui/report-page";
import { notAllowed } from "../../../../server/refusals";

export const GET = ownPage<"id">(async ({ words, ask, request, context }, { id }) => {
  const acts = await ask.comments.acts({ comment: id });
  if (queryOf(request, "done") !== null) {
    const links = [{ href: words.to(commentPath(id)), label: words.t("report.back") }];
    return <NoticePage words={words} kind="reported" path={reportPath(id)} message={acts.readAt === undefined ? null : words.t("notices.reported.saysInClass")} links={links} reader={context.reader} />;
  }
  if (!acts.may.report) throw notAllowed(acts.comment.deletedAt === null ? "ownComment" : "nothingToReport");
  const place = { words, slug: acts.slug, ...(acts.readAt === undefined ? {} : { readAt: acts.readAt }), discussionId: acts.discussion, revision: acts.revision, language: acts.language };
  const written = { ground: null, quote: queryOf(request, "words") ?? "", note: "", email: "" };
  return <ReportPage place={place} comment={acts.comment} reader={context.reader} written={written} error={null} />;
});
