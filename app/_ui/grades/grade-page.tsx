import type { Measure } from "../../../domain/classroom/grading-rules";
import type { GradePart } from "../../../domain/classroom/grading";
import { writtenPoints } from "../../../domain/classroom/points";
import type { GradeView } from "../../../server/grades/own";
import { commentPath } from "../paths";
import type { Words } from "../words";
import { GradesFrame } from "./frame";
import { gradePath, studentPath } from "./paths";

type Props = { words: Words; reader: { name: string }; view: GradeView };
type Released = NonNullable<GradeView["grade"]>;

/** A grade and all it came of: the student and the teacher read the same. */
export function GradePage({ words, reader, view }: Props) {
  const { work, student, isOwn, grade } = view;
  const title = isOwn ? words.t("grades.grade.own") : words.t("grades.grade.of", { name: student.name });
  return (
    <GradesFrame words={words} reader={reader} work={work} place={null} title={title} documentTitle={`${title}: ${work.title}`} path={gradePath(work.id, isOwn ? null : student.id)}>
      {!isOwn && (
        <p className="back">
          <a href={words.to(studentPath(work.id, student.id))}>{words.t("grades.grade.toWork", { name: student.name })}</a>
        </p>
      )}
      {grade === null ? <p className="lead">{words.t(isOwn ? "grades.grade.notYet" : "grades.grade.notReleased")}</p> : <Evidence words={words} view={view} grade={grade} />}
    </GradesFrame>
  );
}

function Evidence({ words, view, grade }: Pick<Props, "words" | "view"> & { grade: Released }) {
  const { snapshot, hash, number, releasedAt, fault } = grade;
  const overall = view.feedback.find(({ about }) => about === "all");
  return (
    <>
      <p className="points">
        <strong className="grade">{writtenPoints(snapshot.grade.points)}</strong> <span>{words.t("grades.grade.outOf", { most: writtenPoints(snapshot.grade.most) })}</span>
      </p>
      {!snapshot.grade.isComplete && <p className="notice">{words.t("grades.grade.incomplete")}</p>}
      {fault !== null && <p className="notice" role="alert">{words.t("grades.grade.fault")}</p>}
      {overall !== undefined && (
        <section aria-labelledby="said">
          <h2 className="rule" id="said">
            {words.t("grades.grade.feedback")}
          </h2>
          <p className="told" dir="auto">
            {overall.text}
          </p>
        </section>
      )}
      <Parts words={words} grade={grade} />
      <Counted words={words} view={view} grade={grade} />
      <Excluded words={words} view={view} grade={grade} />
      <section aria-labelledby="seal">
        <h2 className="rule" id="seal">
          {words.t("grades.grade.seal")}
        </h2>
        <p className="hint">{words.t("grades.grade.sealSays", { number, version: snapshot.rule.version, time: words.inZone(releasedAt, view.work.timeZone) })}</p>
        <p>
          <code className="hash">{hash}</code>
        </p>
      </section>
    </>
  );
}

function Parts({ words, grade: { snapshot } }: { words: Words; grade: Released }) {
  return (
    <section aria-labelledby="parts">
      <h2 className="rule" id="parts">
        {words.t("grades.grade.parts")}
      </h2>
      <table className="counted parts">
        <thead>
          <tr>
            <th scope="col">{words.t("grades.grade.part")}</th>
            <th scope="col">{words.t("grades.grade.how")}</th>
            <th scope="col" className="num">
              {words.t("grades.distribution.points")}
            </th>
          </tr>
        </thead>
        <tbody>
          {snapshot.grade.parts.map((part, at) => (
            <tr key={at}>
              <th scope="row">{partSaid(words, part, snapshot)}</th>
              <td>{howSaid(words, part, snapshot)}</td>
              <td className="num">{part.points === null ? "–" : words.t("grades.grade.ofMost", { points: writtenPoints(part.points), most: writtenPoints(part.most) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function measureSaid(words: Words, of: Measure): string {
  return words.t(`grades.measures.${of}`);
}

export function partSaid(words: Words, part: GradePart, { rule }: Released["snapshot"]): string {
  if (part.kind === "counted") return measureSaid(words, part.of);
  if (part.kind === "hand") return words.t("grades.grade.hand");
  return rule.rubric.find(({ id }) => id === part.criterion)?.title ?? part.criterion;
}

export function howSaid(words: Words, part: GradePart, { rule }: Released["snapshot"]): string {
  if (part.kind === "counted") return words.t(part.credit < 100 ? "grades.grade.hasLate" : "grades.grade.has", { has: writtenPoints(part.has), needs: part.needs, credit: part.credit });
  if (part.points === null) return words.t("grades.grade.toCome");
  if (part.kind === "hand") return words.t("grades.grade.byTeacher");
  return rule.rubric.find(({ id }) => id === part.criterion)?.levels.find(({ id }) => id === part.level)?.title ?? "";
}

type Part = { words: Words; view: GradeView; grade: Released };

function Counted({ words, view, grade: { snapshot } }: Part) {
  const { counted } = snapshot.counting;
  return (
    <section aria-labelledby="counted">
      <h2 className="rule" id="counted">
        {words.t("grades.grade.counted", { count: counted.length })}
      </h2>
      <ol className="evidence">
        {counted.map((one) => (
          <li key={one.id}>
            <p className="facts">
              <a href={words.to(commentPath(one.id))}>{words.inZone(one.at, view.work.timeZone)}</a>
              <span>{words.t(one.isReply ? "grades.grade.reply" : "grades.grade.comment")}</span>
              <span>{words.t("grades.student.words", { count: one.words })}</span>
              {one.credit < 100 && <span>{words.t("grades.student.late", { credit: one.credit })}</span>}
            </p>
            <Said view={view} about={one.id} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Excluded({ words, view, grade: { snapshot } }: Part) {
  const { excluded } = snapshot.counting;
  if (excluded.length === 0) return null;
  return (
    <section aria-labelledby="excluded">
      <h2 className="rule" id="excluded">
        {words.t("grades.grade.excluded", { count: excluded.length })}
      </h2>
      <ol className="evidence">
        {excluded.map(({ id, at, cause }) => (
          <li key={id}>
            <p className="facts">
              <a href={words.to(commentPath(id))}>{words.inZone(at, view.work.timeZone)}</a>
              <span>{words.t(`grades.causes.${cause}`)}</span>
            </p>
            <Said view={view} about={id} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Said({ view, about }: { view: GradeView; about: string }) {
  const said = view.feedback.find((one) => one.about === about);
  return said === undefined ? null : (
    <p className="told" dir="auto">
      {said.text}
    </p>
  );
}
