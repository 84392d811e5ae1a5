/** Grades as files that learning systems take. Each is checked against what the system itself says or does; where names of columns matter they stand here as they must. */
import { csvOf } from "../csv";
import { namePartsOf } from "./name-parts";
import { writtenPoints, type Points } from "./points";

export const gradesFormats = ["plain", "canvas", "moodle", "brightspace", "blackboard", "blackboard-tabs"] as const;
export type GradesFormat = (typeof gradesFormats)[number];

/** `externalId`: the assignment's id there, null: none is known, then the system makes a new column or asks. `points`: the most there is. */
export type GradedAssignment = { title: string; externalId: string | null; points: Points };

/** `externalId`: the school's number; `login`: the name they sign in by there, where it is known. `points` null: there is no grade, and none is overwritten. */
export type GradeRow = { name: string; email: string | null; externalId: string | null; login: string | null; section: string | null; points: Points | null; feedback: string | null };

/** `unmatched`: places in the rows, from 0, of those whom the system cannot find by what is known of them: to be said beside the download. */
export type GradesFile = { bytes: Uint8Array; type: string; extension: string; unmatched: number[] };

type Row = (string | number | null)[];

/** Names of columns are never translated: programs look for them. Cells are safe for spreadsheets, see `csvOf`: a number of a school that begins with `-` is not found again. */
export function gradesCsv(format: GradesFormat, assignment: GradedAssignment, rows: readonly GradeRow[]): GradesFile {
  const file = makers[format](assignment, rows);
  return { bytes: file.bytes, type: file.type, extension: file.extension, unmatched: rows.flatMap((row, at) => (file.isFound(row) ? [] : [at])) };
}

type Made = Omit<GradesFile, "unmatched"> & { isFound: (row: GradeRow) => boolean };

const makers: Record<GradesFormat, (assignment: GradedAssignment, rows: readonly GradeRow[]) => Made> = { plain, canvas, moodle, brightspace, blackboard, "blackboard-tabs": blackboardTabs };

function utf8(text: string): Pick<GradesFile, "bytes" | "type" | "extension"> {
  return { bytes: new TextEncoder().encode(text), type: "text/csv; charset=utf-8", extension: "csv" };
}

function pointsIn(points: Points | null): string {
  return points === null ? "" : writtenPoints(points);
}

function plain({ title, points }: GradedAssignment, rows: readonly GradeRow[]): Made {
  const table = rows.map((row): Row => [row.name, row.externalId, row.email, row.section, title, pointsIn(row.points), writtenPoints(points), row.feedback]);
  return { ...utf8(csvOf(["name", "student_id", "email", "section", "assignment", "points", "most", "feedback"], table)), isFound: () => true };
}

/**
 * Canvas: instructure/canvas-lms, lib/gradebook_exporter.rb (names and order of columns, the row "    Points Possible") and lib/gradebook_importer.rb
 * (who reads it again: by ID, else SIS User ID, else SIS Login ID; a column "Title (id)" is that assignment, one without an id is offered as a new one).
 */
function canvas({ title, externalId, points }: GradedAssignment, rows: readonly GradeRow[]): Made {
  const column = externalId === null ? title : `${title} (${externalId})`;
  const possible: Row = ["    Points Possible", null, null, null, null, writtenPoints(points)];
  const table = rows.map((row): Row => [row.name, null, row.externalId, row.login, row.section, pointsIn(row.points)]);
  return { ...utf8(csvOf(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", column], [possible, ...table])), isFound: ({ externalId: number, login }) => number !== null || login !== null };
}

/**
 * Moodle: https://docs.moodle.org/en/Grade_import. Which column is what is chosen at the import: people by "Email address" or "ID number". Addresses are compared with
 * their capitals. Feedback stands there only when there is some: an empty column would empty what is there.
 */
function moodle({ title }: GradedAssignment, rows: readonly GradeRow[]): Made {
  const hasFeedback = rows.some(({ feedback }) => feedback !== null && feedback !== "");
  const columns = ["First name", "Last name", "ID number", "Email address", `${title} (Real)`, ...(hasFeedback ? [`${title} (Feedback)`] : [])];
  const table = rows.map((row): Row => {
    const { given, family } = namePartsOf(row.name);
    return [given, family, row.externalId, row.email, pointsIn(row.points), ...(hasFeedback ? [row.feedback] : [])];
  });
  return { ...utf8(csvOf(columns, table)), isFound: ({ externalId, email }) => externalId !== null || email !== null };
}

/**
 * Brightspace: https://community.d2l.com/brightspace/kb/articles/3538-importing-grades. OrgDefinedId first, then Username, one of them filled; "Title Points Grade"; nothing of people's names
 * or addresses. Its own exports end lines with "#" under "End-of-Line Indicator" and write "#" before ids, so that spreadsheets keep their leading
 * noughts. Without the mark of byte order, which would stand before the first column's name.
 */
function brightspace({ title }: GradedAssignment, rows: readonly GradeRow[]): Made {
  const marked = (id: string | null): string | null => (id === null ? null : `#${id}`);
  const table = rows.map((row): Row => [marked(row.externalId), marked(row.login), pointsIn(row.points), "#"]);
  return { ...utf8(csvOf(["OrgDefinedId", "Username", `${title} Points Grade`, "End-of-Line Indicator"], table, { hasMark: false })), isFound: ({ externalId, login }) => externalId !== null || login !== null };
}

/**
 * Blackboard: https://library.blackboard.com/ref/3ea64795-6ecc-4abd-b595-0a9a8dfdec94/Content/_instructor_grade_center/grade_center_upload_download.htm. People are found by Username alone (their number
 * stands for it where no login is known), columns by the id behind "|"; a title without one makes a new column, whose points are set there. Comma-separated
 * cells stand in quotes.
 */
function blackboardTable({ title, externalId, points }: GradedAssignment, rows: readonly GradeRow[]): { columns: string[]; table: Row[] } {
  const column = externalId === null ? title : `${title} [Total Pts: ${writtenPoints(points)} Score] |${externalId}`;
  const table = rows.map((row): Row => {
    const { given, family } = namePartsOf(row.name);
    return [family, given, row.login ?? row.externalId, row.externalId, pointsIn(row.points)];
  });
  return { columns: ["Last Name", "First Name", "Username", "Student ID", column], table };
}

const isFoundByLogin = ({ login, externalId }: GradeRow): boolean => (login ?? externalId) !== null;

function blackboard(assignment: GradedAssignment, rows: readonly GradeRow[]): Made {
  const { columns, table } = blackboardTable(assignment, rows);
  return { ...utf8(csvOf(columns, table, { isQuoted: true })), isFound: isFoundByLogin };
}

/** As Blackboard itself saves them, to be opened in Excel: tabs, UTF-16 with its mark, called .xls. */
function blackboardTabs(assignment: GradedAssignment, rows: readonly GradeRow[]): Made {
  const { columns, table } = blackboardTable(assignment, rows);
  const text = csvOf(columns, table, { delimiter: "\t" });
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), true);
  return { bytes, type: "application/vnd.ms-excel; charset=utf-16le", extension: "xls", isFound: isFoundByLogin };
}
