import type { ClassCaseView } from "../../../server/class-reports/case";
import type { Done } from "../../../server/moderation/done";
import { assignmentPath } from "../assignments/paths";
import { ClassFrame } from "../classes/frame";
import { ErrorAbove } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { ItemContext } from "../moderation/item-context";
import { actSaid, groundSaid, phaseSaid } from "../moderation/said";
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
      <Reports words={words} view={view} />
      <History words={words} view={view} />
      <ClassDecide {...props} />
    </ClassFrame>
  );
}

function titleOf(words: Words, { waiting, isHeld, reports, ground, decisions }: ClassCaseView): string {
  if (waiting === null) return words.t(reports.length > 0 || decisions.length > 0 ? "moderation.item.decided" : "moderation.item.unreported");
  if (isHeld) return words.t("moderation.item.held", { phase: waiting.caught ? phaseSaid(words, waiting.caught.phase) : "" });
  return words.t("moderation.item.reported", { rule: groundSaid(words, ground) });
}

function Reports({ words, view: { reports, waiting, comment } }: { words: Words; view: ClassCaseView }) {
  const caught = waiting?.caught ?? null;
  if (reports.length === 0 && caught === null) return null;
  return (
    <ul className="reps" role="list" aria-label={words.t("moderation.item.reports")}>
      {caught && (
        <li>
          <span>{words.t("moderation.item.caught")}</span>
          <span>
            {phaseSaid(words, caught.phase)}
            {caught.span && <> {words.t("moderation.item.quoted", { quote: Array.from(comment.body).slice(caught.span.start, caught.span.end).join("") })}</>}
          </span>
        </li>
      )}
      {reports.map(({ id, name, ground, note, quote, outcome }) => (
        <li key={id}>
          <bdi>{name ?? words.t("classes.reports.student")}</bdi>
          <span>
            {groundSaid(words, ground)}. {note === "" ? words.t("moderation.item.noNote") : <span dir="auto">{words.t("moderation.item.quoted", { quote: note })}</span>}
            {quote !== null && (
              <q className="quoted-words" dir="auto">
                {quote}
              </q>
            )}
            {" "}
            {outcome !== null && <span className="tag">{words.t(`moderation.item.outcomes.${outcome}`)}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function History({ words, view: { decisions } }: { words: Words; view: ClassCaseView }) {
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 className="rule" id="history">
        {words.t("moderation.item.history")}
      </h2>
      <ul className="ledger">
        {decisions.map(({ id, act, ground, facts, at, by, isAutomatic, isUndone, isReversed }) => (
          <li key={id}>
            <span>
              {actSaid(words, act)}
              {ground && <> · {groundSaid(words, ground)}</>} {isUndone && <span className="tag">{words.t("moderation.item.undone")}</span>} {isReversed && <span className="tag">{words.t("moderation.item.reversed")}</span>}
            </span>
            <span className="facts">
              <bdi>{isAutomatic ? words.t("moderation.item.byRule") : (by ?? words.t("classes.reports.bySite"))}</bdi>
              <time dateTime={at}>{words.minute(at)}</time>
            </span>
            {facts !== "" && (
              <p className="body" dir="auto">
                {facts}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
