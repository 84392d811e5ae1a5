import { seeOther } from "../../_asking/answers";
import { ownPage } from "../../_asking/pages";
import { queryOf } from "../../_asking/request";
import { HeldListPage } from "../../_ui/held-list-page";
import { heldPath, withQuery } from "../../_ui/paths";

export const GET = ownPage(async ({ words, ask, request, context }) => {
  if (!context.reader) return seeOther(withQuery(words.to("/sign-in"), { next: words.to(heldPath()) }));
  const after = queryOf(request, "after");
  const notice = queryOf(request, "taken") === null ? null : words.t("held.taken");
  const { held, next } = await ask.comments.heldList({ after });
  return <HeldListPage words={words} reader={context.reader} held={held} next={next} after={after} notice={notice} />;
});
