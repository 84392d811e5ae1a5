import { formTitle } from "../form-title";
import { GradesFrame } from "./frame";
import { studentPath, studentsPath } from "./paths";
import { StudentComment } from "./student-comment";
import { Marking } from "./student-marking";
import type { Part } from "./student-part";
import { Sight } from "./student-sight";
import { Summary } from "./student-summary";

type Props = Part & { reader: { name: string }; done: string | null };

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
          <StudentComment key={comment.id} words={words} view={view} returned={returned} comment={comment} isFirstHere={at === 0 || view.comments[at - 1]?.block !== comment.block} />
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
