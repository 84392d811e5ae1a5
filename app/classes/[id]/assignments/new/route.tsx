import { assignmentWish } from "../../../../../server/assignments/wish";
import { partsOfAssignment } from "../../../../../domain/classroom/copying";
import { classPageOf } from "../../../../_asking/classes";
import { copyIn, fieldsOf, shiftIn } from "../../../../_asking/copy-wish";
import { queryOf } from "../../../../_asking/request";
import { AssignmentFormPage } from "../../../../_ui/classes/assignment-form-page";
import { ChooseArticlePage } from "../../../../_ui/classes/choose-article-page";
import { CopiedAbove } from "../../../../_ui/classes/copied-above";
import { classPath } from "../../../../_ui/paths";
import type { Ask } from "../../../../_asking/pages";
import type { Words } from "../../../../_ui/words";

type Given = { words: Words; reader: { name: string }; ask: Ask; request: Request };

/** First the article, then everything about it; of a copy both are there. */
export const GET = classPageOf<"id">(async (given, { id }) => {
  const { words, reader, ask, request } = given;
  const [article, search, after] = [queryOf(request, "article"), queryOf(request, "search") ?? "", queryOf(request, "after")];
  const from = queryOf(request, "from");
  if (from !== null) return copied(given, queryOf(request, "to") ?? id, from);
  const view = await ask.assignments.articlesToSet({ class: id, search, after });
  if (article === null) return <ChooseArticlePage words={words} reader={reader} view={view} search={search} after={after} />;
  const { head, revisions } = await ask.revisions.list({ slug: article });
  const written = { wish: assignmentWish.parse({}), hasPseudonyms: false, grouping: { how: "together" as const, number: "" } };
  return <AssignmentFormPage words={words} reader={reader} of={view.class} timeZone={view.class.timeZone} about={head} revisions={revisions} path={classPath(id, "assignments/new")} hidden={{ class: id, article }} existing={null} written={written} done={null} error={null} />;
});

/** The form of a new one, filled in as `from` is. */
async function copied({ words, reader, ask, request }: Given, to: string, from: string) {
  const copy = copyIn(fieldsOf(request));
  const shift = shiftIn(copy);
  const [view, { taught }] = await Promise.all([ask.assignments.toCopy({ class: to, from, parts: partsOfAssignment.filter((part) => copy.parts.includes(part)), shift }), ask.classes.mine({})]);
  const { revisions } = await ask.revisions.list({ slug: view.article.slug });
  const { class: of, article, wish, hasPseudonyms, grouping, hasRule, lost, leaps } = view;
  const classes = taught.filter(({ role, isClosed }) => role === "teacher" && !isClosed);
  const above = <CopiedAbove words={words} classId={of.id} from={from} classes={classes} copy={copy} lost={lost} leaps={leaps} hasRule={hasRule} />;
  const hidden = { class: of.id, article: article.slug, from, isGraded: hasRule ? "1" : "", days: shift === null ? "" : String(shift.days) };
  return <AssignmentFormPage words={words} reader={reader} of={of} timeZone={of.timeZone} about={article} revisions={revisions} path={classPath(of.id, "assignments/new")} hidden={hidden} existing={null} written={{ wish, hasPseudonyms, grouping }} above={above} done={null} error={null} />;
}
