import { describe, expect, test } from "vitest";
import { namePartsOf } from "./name-parts";
import { gradesCsv, type GradedAssignment, type GradeRow } from "./grades-csv";
import { rosterOf } from "./roster";

const ESSAY: GradedAssignment = { title: "Open door, good lock", externalId: "77", points: 1000 };
const row = (name: string, of: Partial<GradeRow> = {}): GradeRow => ({ name, email: null, externalId: null, login: null, section: null, points: null, feedback: null, ...of });
const ROWS = [row("Amara Lindholm", { email: "amara@example.org", externalId: "00123", login: "amara", section: "10B", points: 850 }), row("李明", { externalId: "S2", points: 0 }), row("=1+1")];

function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

describe("grades for", () => {
  test.each<[Parameters<typeof gradesCsv>[0], string[], number[]]>([
    ["plain", ["\ufeffname,student_id,email,section,assignment,points,most,feedback", 'Amara Lindholm,00123,amara@example.org,10B,"Open door, good lock",8.5,10,', '李明,S2,,,"Open door, good lock",0,10,', `'=1+1,,,,"Open door, good lock",,10,`], []],
    ["canvas", ['\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,"Open door, good lock (77)"', "    Points Possible,,,,,10", "Amara Lindholm,,00123,amara,10B,8.5", "李明,,S2,,,0", "'=1+1,,,,,"], [2]],
    ["moodle", ['\ufeffFirst name,Last name,ID number,Email address,"Open door, good lock (Real)"', "Amara,Lindholm,00123,amara@example.org,8.5", "明,李,S2,,0", ",'=1+1,,,"], [2]],
    ["brightspace", ['OrgDefinedId,Username,"Open door, good lock Points Grade",End-of-Line Indicator', "#00123,#amara,8.5,#", "#S2,,0,#", ",,,#"], [2]],
    ["blackboard", ['\ufeff"Last Name","First Name","Username","Student ID","Open door, good lock [Total Pts: 10 Score] |77"', '"Lindholm","Amara","amara","00123","8.5"', '"李","明","S2","S2","0"', `"'=1+1","","","",""`], [2]],
  ])("%s", (format, lines, unmatched) => {
    const file = gradesCsv(format, ESSAY, ROWS);
    expect([textOf(file.bytes).split("\r\n"), file.unmatched, file.extension]).toEqual([[...lines, ""], unmatched, "csv"]);
  });

  test("Blackboard with tabs, as Excel saves them", () => {
    const { bytes, extension } = gradesCsv("blackboard-tabs", { ...ESSAY, externalId: null }, ROWS.slice(0, 2));
    expect([...bytes.subarray(0, 4)]).toEqual([0xff, 0xfe, 0x4c, 0]);
    expect(new TextDecoder("utf-16le").decode(bytes).split("\r\n")).toEqual(["Last Name\tFirst Name\tUsername\tStudent ID\tOpen door, good lock", "Lindholm\tAmara\tamara\t00123\t8.5", "李\t明\tS2\tS2\t0", ""]);
    expect(extension).toBe("xls");
  });
});

test("an assignment that a system does not know yet is called by its title alone", () => {
  expect(textOf(gradesCsv("canvas", { ...ESSAY, externalId: null }, []).bytes)).toContain('Section,"Open door, good lock"\r\n');
});

test("feedback goes to Moodle when there is some", () => {
  expect(textOf(gradesCsv("moodle", { ...ESSAY, title: "Essay" }, [row("Bo", { email: "b@b.org", points: 100, feedback: "=Well\nargued" })]).bytes)).toBe('\ufeffFirst name,Last name,ID number,Email address,Essay (Real),Essay (Feedback)\r\n,Bo,,b@b.org,1,"\'=Well\nargued"\r\n');
});

test("Brightspace's marks before ids, and Canvas's line of points, are nobody's", () => {
  const read = (format: "brightspace" | "canvas"): unknown => rosterOf(gradesCsv(format, ESSAY, ROWS.slice(0, 2)).bytes);
  expect(read("brightspace")).toMatchObject({ rows: [{ line: 2, externalId: "00123" }, { line: 3, externalId: "S2" }], faults: [] });
  expect(read("canvas")).toMatchObject({ rows: [{ line: 3, name: "Amara Lindholm", externalId: "00123", section: "10B" }, { line: 4, name: "李明", externalId: "S2" }], faults: [] });
});

test.each(["plain", "blackboard-tabs"] as const)("what is written as %s is read as a class list again", (format) => {
  expect(rosterOf(gradesCsv(format, ESSAY, ROWS.slice(0, 2)).bytes)).toMatchObject({ hasHeader: true, rows: [{ name: "Amara Lindholm", externalId: "00123" }, { name: "李明", externalId: "S2" }] });
});

test.each([
  ["Amara Lindholm", "Amara", "Lindholm"],
  ["Lindholm, Amara Jo", "Amara Jo", "Lindholm"],
  ["Ana María de la Cruz", "Ana María de la", "Cruz"],
  ["李明", "明", "李"],
  ["欧阳修文", "修文", "欧阳"],
  ["Cher", "", "Cher"],
])("%s is %s of the family %s", (name, given, family) => {
  expect(namePartsOf(name)).toEqual({ given, family });
});
