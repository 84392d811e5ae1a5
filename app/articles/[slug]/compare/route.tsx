import { ownDocument, seeOther } from "../../../_asking/answers";
import { ownPage } from "../../../_asking/pages";
import { queryOf, wholeNumber } from "../../../_asking/request";
import { comparePath } from "../../../_ui/paths";
import { RevisionsPage } from "../../../_ui/revisions-page";

/** From the form that chooses two revisions to their comparison, whichever was named first; or back to it, saying what is wrong. */
export const GET = ownPage<"slug">(async ({ words, ask, request }, { slug }) => {
  const wish = { from: queryOf(request, "from") ?? "", to: queryOf(request, "to") ?? "" };
  const [from, to] = [wholeNumber(wish.from.trim()), wholeNumber(wish.to.trim())];
  const view = await ask.revisions.list({ slug });
  const { newestRevision } = view.head;
  const isThere = (number: number | null): boolean => number !== null && number >= 1 && number <= newestRevision;
  const [fault, field] = !isThere(from) ? ["noSuchRevision", "from"] as const : !isThere(to) ? ["noSuchRevision", "to"] as const : from === to ? ["sameRevision", "to"] as const : [null, null];
  if (fault === null && from !== null && to !== null) return seeOther(words.to(comparePath(encodeURIComponent(slug), Math.min(from, to), Math.max(from, to))));
  const error = { field, message: words.t(fault === "sameRevision" ? "compare.sameRevision" : "compare.noSuchRevision", { newest: newestRevision }) };
  return ownDocument(<RevisionsPage words={words} view={view} after={null} wish={wish} error={error} />, 400);
});
