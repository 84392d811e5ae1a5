import { v4 as randomId } from "uuid";
import { seeOther } from "../../../_asking/answers";
import { ownPage } from "../../../_asking/pages";
import { queryOf } from "../../../_asking/request";
import { HeldPage } from "../../../_ui/held-page";
import { heldPath, withQuery } from "../../../_ui/paths";

export const GET = ownPage<"id">(async ({ words, ask, request, context }, { id }) => {
  if (!context.reader) return seeOther(withQuery(words.to("/sign-in"), { next: words.to(heldPath(id)) }));
  const notice = queryOf(request, "changed") === null ? null : words.t("held.changed");
  return <HeldPage words={words} reader={context.reader} held={await ask.comments.held({ comment: id })} written={null} idempotencyKey={randomId()} notice={notice} error={null} />;
});
