import { canEditArticles } from "../../domain/permissions";
import { withQuery } from "../_ui/paths";
import { seeOther } from "../_asking/answers";
import { ownPage } from "../_asking/pages";
import { queryOf } from "../_asking/request";
import { MePage } from "../_ui/me-page";

export const GET = ownPage(async ({ words, ask, request, context }) => {
  const me = await ask.members.me();
  if (!me) return seeOther(withQuery(words.to("/sign-in"), { next: words.to("/me") }));
  const after = queryOf(request, "after");
  const [own, mutes, changed, waiting] = await Promise.all([ask.comments.mine({ after }), ask.members.muted({ after: queryOf(request, "muted") }), ask.revisions.changed({}), ask.comments.heldList({})]);
  return <MePage words={words} me={me} edits={canEditArticles(context.reader)} comments={own.comments} next={own.next} after={after} muted={mutes.muted} moreMuted={mutes.next} hidden={{}} changed={{ count: changed.comments.length, more: changed.next !== null }} waiting={waiting.held.length} />;
});
