import { gradesFormats } from "../../../domain/classroom/grades-csv";
import type { StudentsView } from "../../../server/grades/students";
import { Choices } from "../choices";
import type { Words } from "../words";
import { GradesFrame } from "./frame";
import { discussionFilePath, gradesFilePath, studentsPath } from "./paths";
import { Heat } from "./heat";
import { Look, When } from "./students-sides";
import { StudentsTable, type Wish, wishPath } from "./students-table";

type Props = { words: Words; reader: { name: string }; view: StudentsView };
/** What a class did in an assignment: for those who teach it alone. */
export function StudentsPage({ words, reader, view }: Props) {
  const { work, counts } = view;
  return (
    <GradesFrame words={words} reader={reader} work={work} place="students" title={words.t("grades.students.title")} documentTitle={`${words.t("grades.students.title")}: ${work.title}`} path={studentsPath(work.id)}>
      <Sifting words={words} view={view} />
      <p className="hint">{words.t("grades.students.counts", counts)}</p>
      <StudentsTable words={words} view={view} />
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
