import type { ClassCaseView } from "../../../server/class-reports/case";
import type { Done } from "../../../server/moderation/done";
import { assignmentPath } from "../assignments/paths";
import { ClassFrame } from "../classes/frame";
import { ErrorAbove } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { ItemContext } from "../moderation/item-context";
import { ItemHistory } from "../moderation/item-history";
import { ItemReports } from "../moderation/item-reports";
import { groundSaid, phaseSaid } from "../moderation/said";
import { classCasePath, classPlacePath, commentPath } from "../paths";
import type { Words } from "../words";
import { ClassDecide, type ClassDecideValues } from "./decide";
import { ClassDone } from "./done";

export type CasePageProps = { words: Words; reader: { name: string }; view: ClassCaseView; done: Done | null; says: string | null; values: ClassDecideValues | null; error: FormError | null };

/** One case of a class: the comment where it stands, who reported it, and what can be decided. */
export function ClassCasePage(props: CasePageProps) {
  const { words, reader, view, done, says, error } = props;
  const { class: of, role, work, author } = view;
  const title = titleOf(words, view);
  return (
    <ClassFrame words={words} reader={reader} of={of} role={role} place="reports" title={title} documentTitle={formTitle(words, title, error)} path={classCasePath(of.id, view.id)} done={says}>
      {done && <ClassDone words={words} classId={of.id} done={done} />}
      <ErrorAbove fields={["act", "facts", "law"]} error={error} />
      <p className="facts">
        <span>
          <a href={words.to(work.group === null ? assignmentPath(work.id) : work.readAt)}>
            <bdi>{work.title}</bdi>
          </a>
          {work.group !== null && <>, {words.t("classes.reports.group", { number: work.group })}</>}, {view.passage ? words.t("moderation.item.passage", { number: view.passage.number }) : words.t("moderation.item.whole")}
        </span>
        {!view.isHeld && (
          <span>
            <a href={words.to(commentPath(view.id))}>{words.t("classes.reports.see")}</a>
          </span>
        )}
        {author.place !== null && role === "teacher" && author.role === "student" && (
          <span>
            <a href={words.to(classPlacePath(of.id, author.place))}>{words.t("classes.reports.place")}</a>
          </span>
        )}
      </p>
      <ItemContext words={words} item={view} sealedSays={words.t("classes.reports.sealed")} />
      <ItemReports words={words} item={view} who={({ name }) => <bdi>{name ?? words.t("classes.reports.student")}</bdi>} />
      <ItemHistory words={words} decisions={view.decisions} within={false} nobody={words.t("classes.reports.bySite")} />
      <ClassDecide {...props} />
    </ClassFrame>
  );
}

function titleOf(words: Words, { waiting, isHeld, reports, ground, decisions }: ClassCaseView): string {
  if (waiting === null) return words.t(reports.length > 0 || decisions.length > 0 ? "moderation.item.decided" : "moderation.item.unreported");
  if (isHeld) return words.t("moderation.item.held", { phase: waiting.caught ? phaseSaid(words, waiting.caught.phase) : "" });
  return words.t("moderation.item.reported", { rule: groundSaid(words, ground) });
}
