import { seeOther } from "../../_asking/answers";
import { ownPage } from "../../_asking/pages";
import { StatementPage } from "../../_ui/moderation/statement-page";
import { decisionPath, withQuery } from "../../_ui/paths";

/** Who reads the statement has read the notices that lead to it. */
export const GET = ownPage<"id">(async ({ words, ask, context }, { id }) => {
  if (!context.reader) return seeOther(withQuery(words.to("/sign-in"), { next: words.to(decisionPath(id)) }));
  const statement = await ask.decisions.statement({ decision: id });
  if (statement.isMine) await ask.notices.markOf({ subject: statement.id });
  return <StatementPage words={words} reader={context.reader} statement={statement} body="" error={null} />;
});
