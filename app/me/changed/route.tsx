import { seeOther } from "../../_asking/answers";
import { ownPage } from "../../_asking/pages";
import { queryOf } from "../../_asking/request";
import { ChangedPage } from "../../_ui/changed-page";
import { changedPath, withQuery } from "../../_ui/paths";

export const GET = ownPage(async ({ words, ask, request, context }) => {
  if (!context.reader) return seeOther(withQuery(words.to("/sign-in"), { next: words.to(changedPath()) }));
  const after = queryOf(request, "after");
  const { comments, next } = await ask.revisions.changed({ after });
  return <ChangedPage words={words} reader={context.reader} comments={comments} next={next} after={after} done={(["kept", "edited", "withdrawn"] as const).find((one) => queryOf(request, one) !== null) ?? null} />;
});
