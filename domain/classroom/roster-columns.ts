/** Which column of a class list holds what, by the names that schools and their programs give them, or by what stands in it. */
import { isPlainAddress } from "../addresses";

export const rosterFields = ["name", "given", "family", "email", "section", "externalId"] as const;
export type RosterField = (typeof rosterFields)[number];

/**
 * Names of columns, folded. Where a list has two of a field, the one named first here counts: Canvas writes its own "ID" beside
 * the school's "SIS User ID", Brightspace a "Username" beside "OrgDefinedId".
 */
const NAMES: Record<RosterField, readonly string[]> = {
  name: ["name", "fullname", "studentname", "student", "displayname", "pupil", "learner", "姓名", "学生姓名", "學生姓名", "全名", "名字", "学生", "學生"],
  given: ["given", "givenname", "givennames", "firstname", "first", "forename", "名"],
  family: ["family", "familyname", "lastname", "last", "surname", "姓", "姓氏"],
  email: ["email", "emailaddress", "mail", "useremail", "schoolemail", "studentemail", "邮箱", "电子邮箱", "电子邮件", "邮箱地址", "电子邮件地址", "邮件", "電子郵件", "電子郵箱", "郵箱", "電郵"],
  section: ["section", "sections", "class", "group", "period", "homeroom", "班", "班级", "班級", "班别", "分班", "小组", "組", "组"],
  externalId: ["externalid", "studentid", "studentnumber", "sisuserid", "orgdefinedid", "idnumber", "matriculationnumber", "学号", "學號", "学生编号", "学籍号", "编号", "number", "no", "username", "sisloginid", "id"],
};

const fieldOf = new Map(rosterFields.flatMap((field) => NAMES[field].map((name, rank) => [name, { field, rank }] as const)));

function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** How many cells of a line are names of columns: how a first line is known as one, and which sign parts its cells. */
export function namedColumns(cells: readonly string[]): number {
  return cells.filter((cell) => fieldOf.has(folded(cell))).length;
}

/** By the first line; null where it names no column, or is a person's: an address is nobody's column. */
export function columnsByName(cells: readonly string[]): (RosterField | null)[] | null {
  if (namedColumns(cells) === 0 || cells.some((cell) => cell.includes("@"))) return null;
  const best = new Map<RosterField, { at: number; rank: number }>();
  for (const [at, cell] of cells.entries()) {
    const known = fieldOf.get(folded(cell));
    if (known && known.rank < (best.get(known.field)?.rank ?? Infinity)) best.set(known.field, { at, rank: known.rank });
  }
  return cells.map((_, at) => rosterFields.find((field) => best.get(field)?.at === at) ?? null);
}

/** Enough of a list to see what its columns hold. */
const LOOKED_AT = 50;

/** A column is what most of its cells are. */
const MOST = 1 / 2;

/**
 * By what stands in them, for a list without names of columns: addresses, then numbers, then the first that is left is the name, and
 * one more, in which less than half of the cells differ, the section.
 */
export function columnsByContent(rows: readonly (readonly string[])[]): (RosterField | null)[] {
  const seen = rows.slice(0, LOOKED_AT);
  const width = Math.max(0, ...seen.map((row) => row.length));
  const cells = (at: number): string[] => seen.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "");
  const columns = Array.from({ length: width }, (): RosterField | null => null);
  const give = (field: RosterField, fits: (cell: string[]) => boolean): void => {
    const at = columns.findIndex((column, place) => column === null && cells(place).length > 0 && fits(cells(place)));
    if (at >= 0) columns[at] = field;
  };
  const mostly = (fits: (cell: string) => boolean) => (column: string[]): boolean => column.filter(fits).length > column.length * MOST;
  give("email", mostly((cell) => cell.includes("@") && isPlainAddress(cell)));
  give("externalId", mostly((cell) => /^[\p{L}._-]{0,4}\d[\p{L}\p{N}._-]*$/u.test(cell) && (cell.match(/\d/g)?.length ?? 0) >= 3));
  give("name", mostly((cell) => /\p{L}/u.test(cell)));
  give("section", (column) => new Set(column).size <= column.length * MOST);
  return columns;
}
