import { v4 as randomId } from "uuid";
import { notAllowed, noSuch } from "../../server/refusals";
import { ownPage } from "../_asking/pages";
import { queryOf, spanIn, wholeNumber } from "../_asking/request";
import { ComposePage } from "../_ui/compose-page";
import { composeTarget, editTarget } from "./target";

/** The page to write on: a fresh idempotency key each time it is opened. */
export const GET = ownPage(async ({ words, ask, request, context }) => {
  const edit = queryOf(request, "edit");
  if (edit !== null) {
    if (!context.reader) throw notAllowed("signIn");
    const { acts, kept, ...form } = await editTarget(ask, edit, queryOf(request, "from") ?? "");
    if (!acts.may.edit) throw notAllowed(acts.comment.deletedAt ? "deleted" : "notYours");
    const { body, kind } = acts.comment;
    const proposal = kept?.proposal ?? acts.comment.proposal?.after ?? null;
    return <ComposePage {...form} words={words} mode="edit" values={{ ...(kept ?? { body, kind }), proposal }} idempotencyKey={randomId()} error={null} />;
  }
  const discussion = queryOf(request, "discussion") ?? "";
  const parent = queryOf(request, "parent");
  const block = parent === null ? wholeNumber(queryOf(request, "block")) : null;
  if (discussion === "" && parent === null) throw noSuch("page");
  const on = block === null ? null : spanIn(queryOf(request, "words"));
  const { kept, ...form } = await composeTarget(ask, { discussion, block, words: on, parent, revision: wholeNumber(queryOf(request, "revision")) });
  return <ComposePage {...form} words={words} mode="new" values={kept ?? { body: "", kind: null }} idempotencyKey={randomId()} error={null} />;
});
