import type { StudentView } from "../../../server/grades/one";
import { CommentBody } from "../comment-body";
import { Kind } from "../kind";
import { commentPath } from "../paths";
import { Feedback } from "./student-feedback";
import type { Part } from "./student-part";

/** One comment with what it answers, whether it counts, and what is said to it. */
export function StudentComment({ words, view, returned, comment, isFirstHere }: Part & { comment: StudentView["comments"][number]; isFirstHere: boolean }) {
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
