import { writtenPoints } from "../../../domain/classroom/points";
import type { StudentView } from "../../../server/grades/one";
import { ErrorAbove, Field, TextField } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { Kind } from "../kind";
import { CommentBody } from "../comment-body";
import { commentPath } from "../paths";
import type { Words } from "../words";
import { GradesFrame } from "./frame";
import { extensionsPath, gradePath, gradingPath, studentPath, studentsPath } from "./paths";

/** What was sent and came back: of which form, and with what. `about`: "marks", "reveal", "all" or a comment's id. */
export type Returned = { about: string; text: string; hand: string; levels: Record<string, string>; error: FormError };
type Props = { words: Words; reader: { name: string }; view: StudentView; done: string | null; returned: Returned | null };
type Part = Omit<Props, "reader" | "done">;

/** One student's work on a page, to read, to mark, and to print. */
export function StudentPage({ words, reader, view, done, returned }: Props) {
  const { work, student, page, pages } = view;
  return (
    <GradesFrame words={words} reader={reader} work={work} place={null} title={student.name} documentTitle={formTitle(words, `${student.name}: ${work.title}`, returned?.error ?? null)} path={studentPath(work.id, student.id)} done={done}>
      <p className="back">
        <a href={words.to(studentsPath(work.id))}>{words.t("grades.student.back")}</a>
      </p>
      <Summary words={words} view={view} />
      {work.canChange && student.hasJoined && <Sight words={words} view={view} returned={returned} />}
      <Marking words={words} view={view} returned={returned} />
      <section aria-labelledby="work">
        <h2 className="rule" id="work">
          {words.t("grades.student.work")}
        </h2>
        {view.comments.length === 0 && <p className="quiet">{words.t("grades.student.nothing")}</p>}
        {view.comments.map((comment, at) => (
          <Comment key={comment.id} words={words} view={view} returned={returned} comment={comment} isFirstHere={at === 0 || view.comments[at - 1]?.block !== comment.block} />
        ))}
      </section>
      {pages > 1 && (
        <nav className="row" aria-label={words.t("grades.students.pages")}>
          {page > 1 && <a rel="prev" className="button" href={words.to(studentPath(work.id, student.id, { page: String(page - 1) }))}>{words.t("grades.students.before")}</a>}
          {page < pages && <a rel="next" className="button" href={words.to(studentPath(work.id, student.id, { page: String(page + 1) }))}>{words.t("grades.student.more")}</a>}
        </nav>
      )}
    </GradesFrame>
  );
}

function Summary({ words, view: { work, student, totals, excluded, now, released, isChanged } }: Pick<Part, "words" | "view">) {
  return (
    <>
      <p className="facts">
        {student.pseudonym !== null && <span>{words.t("grades.student.pseudonym", { name: student.pseudonym })}</span>}
        {student.section !== null && <bdi>{student.section}</bdi>}
        {student.hasOwnDates && (
          <span>
            <a href={words.to(extensionsPath(work.id, { search: student.name }))}>{words.t("grades.student.ownDates")}</a>
          </span>
        )}
        {student.revealedAt !== null && <span>{words.t("grades.student.revealed", { day: words.day(student.revealedAt) })}</span>}
        <span>{words.t("grades.student.totals", totals)}</span>
        {excluded.map(({ cause, count }) => (
          <span key={cause}>{words.t("grades.student.excluded", { count, cause: words.t(`grades.causes.${cause}`) })}</span>
        ))}
      </p>
      <p className="standing">
        {released !== null && (
          <a href={words.to(gradePath(work.id, student.id))}>{words.t("grades.student.released", { points: writtenPoints(released.points), most: writtenPoints(released.most), number: released.number, day: words.day(released.releasedAt) })}</a>
        )}
        {now !== null && <span>{words.t(now.isComplete ? "grades.student.now" : "grades.student.soFar", { points: writtenPoints(now.points), most: writtenPoints(now.most) })}</span>}
      </p>
      {isChanged && <p className="notice">{words.t.rich("grades.student.changed", { release: (chunks) => <a key="release" href={words.to(gradingPath(work.id))}>{chunks}</a> })}</p>}
    </>
  );
}

/** The teacher's hand on what this student sees, and on who the class knows them to be. */
function Sight({ words, view: { work, student, gate }, returned }: Part) {
  const back = returned?.about === "reveal" ? returned : null;
  const isHidden = work.hasPseudonyms && student.pseudonym !== null && student.revealedAt === null;
  if (gate === null && !isHidden) return null;
  return (
    <section className="marking" aria-labelledby="sight">
      <h2 className="rule" id="sight">
        {words.t("grades.student.sight")}
      </h2>
      {gate !== null && (
        <form className="row" method="post" action={words.to("/forms/assignments.setGateFor")}>
          <HiddenFields hidden={{ assignment: work.id, enrolment: student.id, opens: gate.isOpen ? "" : "1" }} />
          <span>{words.t(`grades.student.gate.${gate.because}`)}</span>
          <button className="button" type="submit">
            {words.t(gate.isOpen ? "grades.student.closeGate" : "grades.student.openGate")}
          </button>
        </form>
      )}
      {isHidden && (
        <details open={back !== null}>
          <summary>{words.t("grades.student.reveal")}</summary>
          <form className="fields" method="post" action={words.to("/forms/assignments.reveal")}>
            <HiddenFields hidden={{ assignment: work.id, enrolment: student.id }} />
            <ErrorAbove fields={["why"]} error={back?.error ?? null} />
            <p className="hint">{words.t("grades.student.revealSays")}</p>
            <TextField name="why" label={words.t("grades.student.revealWhy")} error={back?.error ?? null} rows={2} dir="auto" defaultValue={back?.text ?? ""} required />
            <div className="row">
              <button className="button grave" type="submit">
                {words.t("grades.student.revealNow")}
              </button>
            </div>
          </form>
        </details>
      )}
    </section>
  );
}

function Marking({ words, view, returned }: Part) {
  const { work, student, rule, mark, overall } = view;
  const isMarked = rule !== null && (rule.hand !== null || rule.rubric.length > 0);
  const back = returned?.about === "marks" ? returned : null;
  return (
    <section className="marking" aria-labelledby="marking">
      <h2 className="rule" id="marking">
        {words.t("grades.student.marking")}
      </h2>
      {rule === null && <p className="hint">{words.t("grades.student.noRule")}</p>}
      {isMarked && (
        <form className="fields" method="post" action={words.to("/forms/grades.giveMarks")}>
          <HiddenFields hidden={{ assignment: work.id, place: student.id, version: String(mark.version) }} />
          <ErrorAbove fields={["hand"]} error={back?.error ?? null} />
          {rule.hand !== null && <Field name="hand" inputMode="decimal" size={6} label={words.t("grades.student.hand", { most: writtenPoints(rule.hand.points) })} error={back?.error ?? null} defaultValue={back?.hand ?? (mark.hand === null ? "" : writtenPoints(mark.hand))} />}
          {rule.rubric.map(({ id, title, levels }) => (
            <fieldset key={id} className="kinds">
              <legend>
                <bdi>{title}</bdi>
              </legend>
              <HiddenFields hidden={{ criterion: id }} />
              <div className="choices">
                {[{ id: "", title: words.t("grades.student.noLevel"), points: null }, ...levels].map((level) => (
                  <label key={level.id}>
                    <input type="radio" name={`level-${id}`} value={level.id} defaultChecked={((back?.levels ?? mark.levels)[id] ?? "") === level.id} />
                    <span>
                      <bdi>{level.title}</bdi> {level.points !== null && <strong>{writtenPoints(level.points)}</strong>}
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
          <div className="row">
            <button className="button main" type="submit">
              {words.t("grades.student.saveMarks")}
            </button>
          </div>
        </form>
      )}
      <Feedback words={words} view={view} returned={returned} about="all" said={overall} />
    </section>
  );
}

function Feedback({ words, view: { work, student }, returned, about, said }: Part & { about: string; said: { text: string; version: number } }) {
  const back = returned?.about === about ? returned : null;
  return (
    <form className="fields feedback" method="post" action={words.to("/forms/grades.say")}>
      <HiddenFields hidden={{ assignment: work.id, place: student.id, comment: about === "all" ? "" : about, version: String(said.version) }} />
      <ErrorAbove fields={["text"]} error={back?.error ?? null} />
      <TextField name="text" id={`say-${about}`} label={words.t(about === "all" ? "grades.student.overall" : "grades.student.toComment")} hint={about === "all" ? words.t("grades.student.feedbackHint") : undefined} error={back?.error ?? null} rows={2} dir="auto" defaultValue={back?.text ?? said.text} />
      <div className="row">
        <button className="button" type="submit">
          {words.t("grades.student.say")}
        </button>
      </div>
    </form>
  );
}

function Comment({ words, view, returned, comment, isFirstHere }: Part & { comment: StudentView["comments"][number]; isFirstHere: boolean }) {
  const { id, block, passage, parent, cause, feedback } = comment;
  const isOpen = feedback.text !== "" || returned?.about === id;
  return (
    <>
      {isFirstHere && (
        <blockquote className="passage">
          {block === 0 ? words.t("grades.students.wholeArticle") : `¶ ${block}`} <span dir="auto">{passage}</span>
        </blockquote>
      )}
      <article className="worked" id={`c-${id}`}>
        {parent !== null && (
          <div className="parent">
            <p className="hint">{words.t("grades.student.answers", { name: parent.name })}</p>
            {parent.isDeleted ? <p className="quiet">{words.t("grades.student.parentGone")}</p> : <CommentBody words={words} body={parent.body} />}
          </div>
        )}
        <p className="facts">
          {comment.kind !== null && <Kind words={words} kind={comment.kind} />}
          <a href={words.to(commentPath(id))}>{words.inZone(comment.at, view.work.timeZone)}</a>
          <span>{words.t("grades.student.words", { count: comment.words })}</span>
          {cause !== null && <span className="tag warn">{words.t("grades.student.notCounted", { cause: words.t(`grades.causes.${cause}`) })}</span>}
          {cause === null && comment.minutesLate > 0 && <span className="tag">{words.t("grades.student.late", { credit: comment.credit })}</span>}
        </p>
        {comment.isDeleted || comment.isRestricted ? <p className="quiet">{words.t(comment.isRestricted ? "grades.student.restricted" : "grades.student.deleted")}</p> : <CommentBody words={words} body={comment.body} />}
        <details open={isOpen}>
          <summary>{words.t("grades.student.toComment")}</summary>
          <Feedback words={words} view={view} returned={returned} about={id} said={feedback} />
        </details>
      </article>
    </>
  );
}
