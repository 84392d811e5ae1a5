import { type StudentColumn, type StudentSort, studentColumns } from "../../../domain/classroom/activity";
import { writtenPoints } from "../../../domain/classroom/points";
import type { StudentsView } from "../../../server/grades/students";
import { Tile } from "../tile";
import type { Words } from "../words";
import { Mini } from "./mini";
import { gradePath, studentPath, studentsPath } from "./paths";

/** What of the class is shown, in which order. */
export type Wish = { sort: StudentSort; section: string | null; group: string | null; page: number };

export function wishPath(words: Words, id: string, { sort, section, group, page }: Wish): string {
  const by = `${sort.isDown ? "-" : ""}${sort.by}`;
  return words.to(studentsPath(id, { sort: by === "name" ? undefined : by, section: section ?? undefined, group: group ?? undefined, page: page === 1 ? undefined : String(page) }));
}

type Part = { words: Words; view: StudentsView };

/** Each student a row, in the order that was asked for. */
export function StudentsTable({ words, view }: Part) {
  const { work, wish, students } = view;
  return (
    <section className="wide-table students" tabIndex={0} aria-label={words.t("grades.students.title")}>
      <table>
        <thead>
          <tr>
            {studentColumns.flatMap((column) => {
              const head = <Head key={column} words={words} column={column} wish={wish} id={work.id} />;
              // What is drawn has no order.
              return column === "last" ? [head, <th key="where" scope="col">{words.t("grades.students.where")}</th>] : [head];
            })}
          </tr>
        </thead>
        <tbody>
          {students.map((student) => (
            <Student key={student.id} words={words} view={view} student={student} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const numeric = ["comments", "replies", "received", "passages", "words", "late"] as const satisfies readonly StudentColumn[];
/** Of these the most are looked for first. */
const downFirst: readonly StudentColumn[] = [...numeric, "grade"];

function Head({ words, column, wish, id }: { words: Words; column: StudentColumn; wish: StudentsView["wish"]; id: string }) {
  const isBy = wish.sort.by === column;
  const isDown = isBy ? !wish.sort.isDown : downFirst.includes(column);
  return (
    <th scope="col" className={numeric.some((one) => one === column) ? "num" : undefined} aria-sort={isBy ? (wish.sort.isDown ? "descending" : "ascending") : undefined}>
      <a href={wishPath(words, id, { ...wish, page: 1, sort: { by: column, isDown } })}>
        {words.t(`grades.students.columns.${column}`)}
        {isBy && <span aria-hidden="true">{wish.sort.isDown ? "↓" : "↑"}</span>}
      </a>
    </th>
  );
}

function Student({ words, view, student }: Part & { student: StudentsView["students"][number] }) {
  const { work } = view;
  const time = (moment: string) => <time dateTime={moment}>{words.shortIn(moment, work.timeZone)}</time>;
  return (
    <tr>
      <th scope="row">
        <a className="stu" href={words.to(studentPath(work.id, student.id))}>
          <bdi>{student.name}</bdi>
        </a>
        {student.pseudonym !== null && (
          <span className="pseu">
            {student.badge !== null && <Tile id={student.badge} />}
            <bdi>{student.pseudonym}</bdi>
          </span>
        )}
        {!student.hasJoined && <span className="pseu">{words.t("grades.students.notJoined")}</span>}
      </th>
      <td>{student.firstAt === null ? <span className="tag">{words.t("grades.students.notYet")}</span> : time(student.firstAt)}</td>
      <td>{student.lastAt !== null && time(student.lastAt)}</td>
      <td>
        <Mini words={words} where={student.where} talked={view.talked} />
      </td>
      {numeric.map((column) => (
        <td key={column} className="num">
          {words.number(student[column])}
        </td>
      ))}
      <td>{student.gateOpenedAt !== null && time(student.gateOpenedAt.toISOString())}</td>
      <td>
        <GradeOf words={words} id={work.id} student={student} />
      </td>
    </tr>
  );
}

function GradeOf({ words, id, student }: { words: Words; id: string; student: StudentsView["students"][number] }) {
  const { released, now, name } = student;
  if (released !== null)
    return (
      <>
        <span className="grade">{writtenPoints(released.points)}</span>{" "}
        <a href={words.to(gradePath(id, student.id))} aria-label={words.t("grades.students.whyOf", { name, points: writtenPoints(released.points) })}>
          {words.t("grades.students.why")}
        </a>
      </>
    );
  if (now === null) return null;
  return <span className="quiet">{now.isComplete ? words.t("grades.students.wouldBe", { points: writtenPoints(now.points) }) : words.t("grades.students.toMark")}</span>;
}

