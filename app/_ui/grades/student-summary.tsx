import { writtenPoints } from "../../../domain/classroom/points";
import { extensionsPath, gradePath, gradingPath } from "./paths";
import type { Part } from "./student-part";

/** Who the student is here, what counts of theirs, and which grade that makes. */
export function Summary({ words, view: { work, student, totals, excluded, now, released, isChanged } }: Omit<Part, "returned">) {
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
