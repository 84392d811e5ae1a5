import { type StudentColumn, type StudentSort, studentColumns } from "../../../domain/classroom/activity";
import { gradesFormats } from "../../../domain/classroom/grades-csv";
import { writtenPoints } from "../../../domain/classroom/points";
import type { StudentsView } from "../../../server/grades/students";
import { Choices } from "../choices";
import { commentPath } from "../paths";
import { Tile } from "../tile";
import type { Words } from "../words";
import { GradesFrame } from "./frame";
import { Mini } from "./mini";
import { discussionFilePath, gradePath, gradesFilePath, studentPath, studentsPath } from "./paths";

type Props = { words: Words; reader: { name: string }; view: StudentsView };
type Wish = { sort: StudentSort; section: string | null; group: string | null; page: number };

function wishPath(words: Words, id: string, { sort, section, group, page }: Wish): string {
  const by = `${sort.isDown ? "-" : ""}${sort.by}`;
  return words.to(studentsPath(id, { sort: by === "name" ? undefined : by, section: section ?? undefined, group: group ?? undefined, page: page === 1 ? undefined : String(page) }));
}

/** What a class did in an assignment: for those who teach it alone. */
export function StudentsPage({ words, reader, view }: Props) {
  const { work, counts } = view;
  return (
    <GradesFrame words={words} reader={reader} work={work} place="students" title={words.t("grades.students.title")} documentTitle={`${words.t("grades.students.title")}: ${work.title}`} path={studentsPath(work.id)}>
      <Sifting words={words} view={view} />
      <p className="hint">{words.t("grades.students.counts", counts)}</p>
      <Table words={words} view={view} />
      <Pages words={words} view={view} />
      <div className="two">
        <Heat words={words} view={view} />
        <div>
          <When words={words} view={view} />
          <Look words={words} view={view} />
        </div>
      </div>
      <Files words={words} view={view} />
    </GradesFrame>
  );
}

type Part = Pick<Props, "words" | "view">;

function Sifting({ words, view }: Part) {
  const { work, wish, sections, groups } = view;
  const to = (more: Partial<Wish>): string => wishPath(words, work.id, { ...wish, page: 1, ...more });
  const all = { id: null, says: words.t("grades.students.all") };
  return (
    <>
      {sections.length > 0 && <Choices look="chips" label={words.t("grades.students.section")} choices={[all, ...sections.map(({ id, name }) => ({ id, says: name }))].map(({ id, says }) => ({ name: id ?? "", href: to({ section: id }), chosen: id === wish.section, says: <bdi>{says}</bdi> }))} />}
      {groups.length > 1 && <Choices look="chips" label={words.t("assignments.groups")} choices={[all, ...groups.map(({ id, number, name }) => ({ id, says: name ?? words.t("assignments.group", { number }) }))].map(({ id, says }) => ({ name: id ?? "", href: to({ group: id }), chosen: id === wish.group, says: <bdi>{says}</bdi> }))} />}
    </>
  );
}

function Table({ words, view }: Part) {
  const { work, wish, students } = view;
  return (
    <div className="wide-table students" tabIndex={0} role="region" aria-label={words.t("grades.students.title")}>
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
    </div>
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
        {isBy && <span aria-hidden="true">{wish.sort.isDown ? " ↓" : " ↑"}</span>}
      </a>
    </th>
  );
}

function Student({ words, view, student }: Part & { student: StudentsView["students"][number] }) {
  const { work } = view;
  const time = (moment: string) => <time dateTime={moment}>{words.inZone(moment, work.timeZone).replace(/ \([^)]*\)$/, "")}</time>;
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

function Pages({ words, view }: Part) {
  const { work, wish, page, pages } = view;
  if (pages === 1) return null;
  return (
    <nav className="row" aria-label={words.t("grades.students.pages")}>
      {page > 1 && (
        <a rel="prev" className="button" href={wishPath(words, work.id, { ...wish, page: page - 1 })}>
          {words.t("grades.students.before")}
        </a>
      )}
      {page < pages && (
        <a rel="next" className="button" href={wishPath(words, work.id, { ...wish, page: page + 1 })}>
          {words.t("grades.students.more")}
        </a>
      )}
      <span className="quiet">{words.t("grades.students.pageOf", { page, pages })}</span>
    </nav>
  );
}

/** Where somebody reads a block with the class. */
function blockHref(words: Words, { work, wish, groups }: StudentsView, block: number): string {
  const number = groups.find(({ id }) => id === wish.group)?.number ?? 1;
  const base = work.hasGroups ? `/assignments/${work.id}/groups/${number}` : `/assignments/${work.id}`;
  return words.to(block === 0 ? base : `${base}/blocks/${block}`);
}

function Heat({ words, view }: Part) {
  const most = Math.max(1, ...view.heat.map(({ count }) => count));
  return (
    <section aria-labelledby="heat">
      <h2 className="rule" id="heat">
        {words.t("grades.students.heat")}
      </h2>
      {view.heat.length === 0 && <p className="quiet">{words.t("grades.students.nothingYet")}</p>}
      <ol className="heatlist">
        {view.heat.map(({ block, count, begins, questions }) => (
          <li key={block}>
            <span className="p">{block === 0 ? "" : block}</span>
            <div>
              <a href={blockHref(words, view, block)} className="line">
                {block === 0 ? words.t("grades.students.wholeArticle") : begins}
              </a>
              <svg className="bar-of" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
                <rect width={(count / most) * 100} height="1" />
              </svg>
              {questions > 0 && <p className="note">{words.t("grades.students.openQuestions", { count: questions })}</p>}
            </div>
            <span className="num">{words.number(count)}</span>
          </li>
        ))}
      </ol>
      {view.untouched.length > 0 && (
        <details>
          <summary>{words.t("grades.students.untouched", { count: view.untouched.length })}</summary>
          <p className="untouched">
            {view.untouched.slice(0, MOST_UNTOUCHED).map((block) => (
              <a key={block} href={blockHref(words, view, block)}>
                ¶ {block}
              </a>
            ))}
          </p>
        </details>
      )}
    </section>
  );
}

/** More is no list to look at: the article was hardly read. */
const MOST_UNTOUCHED = 200;

function When({ words, view: { days } }: Part) {
  const most = Math.max(1, ...days.map(({ count }) => count));
  const width = 100 / Math.max(1, days.length);
  return (
    <section aria-labelledby="when">
      <h2 className="rule" id="when">
        {words.t("grades.students.when")}
      </h2>
      {days.length === 0 ? (
        <p className="quiet">{words.t("grades.students.nothingYet")}</p>
      ) : (
        <>
          <svg className="by-day" role="img" aria-label={words.t("grades.students.whenSays")} viewBox="0 0 100 100" preserveAspectRatio="none">
            {days.map(({ day, count }, at) => (
              <rect key={day} x={at * width} width={width * 0.85} y={100 - (count / most) * 100} height={(count / most) * 100} />
            ))}
          </svg>
          <p className="ends" aria-hidden="true">
            <span>{words.printed(days[0]?.day ?? "")}</span>
            {days.length > 1 && <span>{words.printed(days.at(-1)?.day ?? "")}</span>}
          </p>
          <details>
            <summary>{words.t("grades.students.asTable")}</summary>
            <table className="counted">
              <thead>
                <tr>
                  <th scope="col">{words.t("grades.students.day")}</th>
                  <th scope="col" className="num">
                    {words.t("grades.students.columns.comments")}
                  </th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {days.map(({ day, count }) => (
                  <tr key={day}>
                    <th scope="row">{words.printed(day)}</th>
                    <td className="num">{words.number(count)}</td>
                    <td />
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}

function Look({ words, view: { work, look } }: Part) {
  const isNothing = look.questionsCount + look.unansweredCount + look.silentCount === 0;
  const named = (people: readonly { id: string; name: string }[]) => (
    <ul className="named">
      {people.map(({ id, name }) => (
        <li key={id}>
          <a href={words.to(studentPath(work.id, id))}>
            <bdi>{name}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="look">
      <h2 className="rule" id="look">
        {words.t("grades.students.look")}
      </h2>
      {isNothing && <p className="quiet">{words.t("grades.students.nothingToSee")}</p>}
      {look.questionsCount > 0 && (
        <>
          <h3>{words.t("grades.students.questions", { count: look.questionsCount })}</h3>
          <ul className="named">
            {look.questions.map(({ comment, at, block }) => (
              <li key={comment}>
                <a href={words.to(commentPath(comment))}>{block === 0 ? words.t("grades.students.questionWhole", { day: words.day(at) }) : words.t("grades.students.question", { block, day: words.day(at) })}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {look.unansweredCount > 0 && (
        <>
          <h3>{words.t("grades.students.unanswered", { count: look.unansweredCount })}</h3>
          {named(look.unanswered)}
        </>
      )}
      {look.silentCount > 0 && (
        <>
          <h3>{words.t("grades.students.silent", { count: look.silentCount })}</h3>
          {named(look.silent)}
        </>
      )}
    </section>
  );
}

function Files({ words, view: { work } }: Part) {
  return (
    <section aria-labelledby="files">
      <h2 className="rule" id="files">
        {words.t("grades.files.title")}
      </h2>
      <p className="hint">{words.t("grades.files.says")}</p>
      <p className="row">
        {gradesFormats.map((format) => (
          <a key={format} className="button" href={gradesFilePath(work.id, format)}>
            {words.t(`grades.files.formats.${format}`)}
          </a>
        ))}
        <a className="button" href={discussionFilePath(work.id)}>
          {words.t("grades.files.discussion")}
        </a>
      </p>
    </section>
  );
}
