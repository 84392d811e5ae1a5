/** The pages on which work is seen and graded. Private to the reader, kept by nobody. */
import { gradesFormats } from "../../domain/classroom/grades-csv";
import { fileAnswer } from "../_asking/file-answer";
import { memberPage } from "../_asking/pages";
import { queryOf, wholeNumber } from "../_asking/request";
import { GradePage } from "../_ui/grades/grade-page";
import { GradingPage } from "../_ui/grades/grading-page";
import { StudentPage } from "../_ui/grades/student-page";
import { StudentsPage } from "../_ui/grades/students-page";

function pageOf(request: Request): number {
  return Math.max(1, wholeNumber(queryOf(request, "page")) ?? 1);
}

export const studentsPage = memberPage<"id">(async ({ words, ask, reader, request }, { id }) => {
  const query = (name: string) => queryOf(request, name);
  return <StudentsPage words={words} reader={reader} view={await ask.grades.students({ assignment: id, sort: query("sort"), section: query("section"), group: query("group"), page: pageOf(request) })} />;
});

export const studentPage = memberPage<"id" | "place">(async ({ words, ask, reader, request }, { id, place }) => {
  const view = await ask.grades.student({ assignment: id, place, page: pageOf(request) });
  return <StudentPage words={words} reader={reader} view={view} done={queryOf(request, "saved") === null ? null : words.t("grades.saved")} returned={null} />;
});

export const gradePage = memberPage<"id">(async ({ words, ask, reader }, { id }) => <GradePage words={words} reader={reader} view={await ask.grades.grade({ assignment: id })} />);

export const gradeOfPage = memberPage<"id" | "place">(async ({ words, ask, reader }, { id, place }) => <GradePage words={words} reader={reader} view={await ask.grades.grade({ assignment: id, place })} />);

export const gradingPage = memberPage<"id">(async ({ words, ask, reader, request }, { id }) => {
  const [view, recounted] = await Promise.all([ask.grades.grading({ assignment: id }), queryOf(request, "count") === null ? null : ask.grades.recount({ assignment: id })]);
  const released = wholeNumber(queryOf(request, "released"));
  const done = released !== null ? words.t("grades.grading.done", { released, unchanged: wholeNumber(queryOf(request, "unchanged")) ?? 0, waiting: wholeNumber(queryOf(request, "waiting")) ?? 0 }) : queryOf(request, "saved") === null ? null : words.t("grades.saved");
  return <GradingPage words={words} reader={reader} view={view} written={null} seen={null} recounted={recounted} done={done} error={null} />;
});

export const gradesFile = memberPage<"id">(async ({ ask, request }, { id }) => {
  const format = gradesFormats.find((one) => one === queryOf(request, "format")) ?? "plain";
  const { bytes, type, name } = await ask.grades.gradesFile({ assignment: id, format });
  return fileAnswer(Buffer.from(bytes), type, name);
});

export const discussionFile = memberPage<"id">(async ({ ask }, { id }) => {
  const { text, name } = await ask.grades.discussionFile({ assignment: id });
  return fileAnswer(text, "text/csv; charset=utf-8", name);
});
