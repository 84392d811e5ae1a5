import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvOf } from "../csv";
import { ROSTER_BYTES, ROSTER_ROWS, rosterOf, rosterOfText, type Roster, type RosterRefusal } from "./roster";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** As Excel's "Unicode text" is saved. */
function utf16(text: string): Uint8Array {
  const units = Array.from(`\ufeff${text}`.split(""), (unit) => unit.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => [unit & 0xff, unit >> 8]));
}

function read(outcome: Roster | RosterRefusal): Roster {
  if ("refused" in outcome) throw new Error(JSON.stringify(outcome));
  return outcome;
}

const AMARA = { line: 2, name: "Amara Lindholm", email: "amara@example.org", section: "10B", externalId: "00123" };
const EMPTY = { name: null, email: null, section: null, externalId: null };

describe("a list is read", () => {
  test.each<[string, Uint8Array]>([
    ["with commas", utf8("Name,Email,Section,Student ID\nAmara Lindholm,Amara@Example.org,10B,00123\n")],
    ["with its mark, semicolons and Windows's line ends", utf8("\ufeffFull name;E-mail;Class;Number\r\nAmara Lindholm;amara@example.org;10B;00123\r\n")],
    ["as Excel's UTF-16 with tabs", utf16("Name\tE-mail address\tSection\tID\r\nAmara Lindholm\tamara@example.org\t10B\t00123\r\n")],
    ["with names in two columns, in another order", utf8("Section,Surname,First Name,External-ID,mail\n10B,Lindholm,Amara,00123,amara@example.org\n")],
    ["with Chinese names of columns", utf8("姓名,邮箱,班级,学号\nAmara Lindholm,amara@example.org,10B,00123\n")],
    ["with columns nobody asked for", utf8("Grade,Name,Email,Notes,Section,学号\n4,Amara Lindholm,amara@example.org,likes tea,10B,00123\n")],
    ["with spaces, quotes and a line end in a cell", utf8('name , email,section,"student id"\n"Amara\nLindholm"," amara@example.org ",10B,"00123"\n')],
  ])("%s", (_, bytes) => {
    expect(read(rosterOf(bytes))).toMatchObject({ hasHeader: true, rows: [AMARA], faults: [], notices: [] });
  });

  test("in GBK", () => {
    // 姓名,学号 李明,1001 王小芳,1002
    const bytes = Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd1, 0xa7, 0xba, 0xc5, 0x0a, 0xc0, 0xee, 0xc3, 0xf7, 0x2c, 0x31, 0x30, 0x30, 0x31, 0x0a, 0xcd, 0xf5, 0xd0, 0xa1, 0xb7, 0xbc, 0x2c, 0x31, 0x30, 0x30, 0x32, 0x0a]);
    expect(read(rosterOf(bytes)).rows.map(({ name, externalId }) => [name, externalId])).toEqual([["李明", "1001"], ["王小芳", "1002"]]);
  });

  test("with Chinese given and family names put together as they are written", () => {
    expect(read(rosterOfText("姓,名\n李,明\nSmith,Jo")).rows.map(({ name }) => name)).toEqual(["李明", "Jo Smith"]);
  });

  test("without names of columns, by what stands in them", () => {
    const list = read(rosterOfText("20231,Amara Lindholm,amara@example.org,A\n20232,Bao Trinh,bao@example.org,A\n20233,Celeste Obi,,B\n20234,Dmitri Aalto,d@example.org,B"));
    expect(list).toMatchObject({ hasHeader: false, columns: ["externalId", "name", "email", "section"], faults: [] });
    expect(list.rows[2]).toEqual({ line: 3, name: "Celeste Obi", email: null, section: "B", externalId: "20233" });
  });

  test("as names alone, line by line, empty lines passed over and counted", () => {
    expect(read(rosterOfText("\nAmara Lindholm\n\n  \n李明\n")).rows).toEqual([{ ...EMPTY, line: 2, name: "Amara Lindholm" }, { ...EMPTY, line: 5, name: "李明" }]);
  });

  test("with commas in names where semicolons part the cells", () => {
    expect(read(rosterOfText("name;email\nLindholm, Amara;a@b.org\nTrinh, Bao;b@b.org")).rows.map(({ name }) => name)).toEqual(["Lindholm, Amara", "Trinh, Bao"]);
  });

  test("with the school's number before the learning system's own", () => {
    expect(read(rosterOfText("Student,ID,SIS User ID,SIS Login ID,Section\nAmara,77,S1,amara,10B")).rows).toEqual([{ line: 2, name: "Amara", email: null, section: "10B", externalId: "S1" }]);
  });

  test("with the same line twice: which are one person is the plan's matter", () => {
    expect(read(rosterOfText("name,id\nBo,100\nBo,100")).rows).toHaveLength(2);
  });

  test("after a cell of several lines the numbers are those of the file", () => {
    expect(read(rosterOfText('name,email\n"Bo\nTrinh\nSr",b@b.org\n\nAmara,nope')).faults).toEqual([{ line: 6, column: 2, field: "email", cell: "nope", fault: "notAnAddress" }]);
  });
});

describe("named by line and column is", () => {
  test.each<[string, string, object]>([
    ["an address that is none", "name,email\nBo,b@@b", { line: 2, column: 2, field: "email", cell: "b@@b", fault: "notAnAddress" }],
    ["two addresses in one cell", "name,email\nBo,b@b.org c@b.org", { line: 2, column: 2, field: "email", cell: "b@b.org c@b.org", fault: "notAnAddress" }],
    ["an address without its place", "name,email\nBo,bo", { line: 2, column: 2, field: "email", cell: "bo", fault: "notAnAddress" }],
    ["a name that nobody can read", "email,name\nb@b.org,\u200b\u200b", { line: 2, column: 2, field: "name", fault: "empty" }],
    ["a name with something unseen in it", "name\nA\u200bnna", { line: 2, column: 1, field: "name", fault: "nameCharacters" }],
    ["a name of signs alone", "name,id\n---,100", { line: 2, column: 1, field: "name", cell: "---", fault: "nameCharacters" }],
    ["a name that reads otherwise than it is", "name\nAnna\u202e", { line: 2, column: 1, field: "name", fault: "bidi" }],
    ["a name too long", `name\n${"a".repeat(81)}`, { line: 2, column: 1, field: "name", cell: "a".repeat(40), fault: "tooLong", limit: 80, length: 81 }],
    ["half a character", "name\nAnna \ud83d", { line: 2, column: 1, field: "name", fault: "nameCharacters" }],
    ["a number that a spreadsheet cut", "name,学号\nBo,2.02312E+11", { line: 2, column: 2, field: "externalId", cell: "2.02312E+11", fault: "lostDigits" }],
    ["a line with more cells than columns", "name,email\nBo,b@b.org,10B", { line: 2, column: 3, field: null, cell: "10B", fault: "tooManyCells", most: 2 }],
    ["a line with nobody in it", "name,email,section\n,,10B", { line: 2, column: null, field: null, cell: "10B", fault: "nobody" }],
  ])("%s", (_, text, fault) => {
    const { rows, faults } = read(rosterOfText(text));
    expect([rows, faults]).toEqual([[], [expect.objectContaining(fault)]]);
  });

  test("each fault of a line; the other lines stay", () => {
    const { rows, faults } = read(rosterOfText("name,email,id\n\u202eBo,x,1E+5\nAmara,a@b.org,100"));
    expect([faults.map(({ fault }) => fault), rows.map(({ name }) => name)]).toEqual([["notAnAddress", "lostDigits", "bidi"], ["Amara"]]);
  });
});

test.each(["=HYPERLINK(1)", "+1 Bo", "-Bo", "@bo"])("%j is text, and told", (cell) => {
  const list = read(rosterOfText(`name,id\n"${cell}",100`));
  expect([list.rows[0]?.name, list.notices]).toEqual([cell, [{ line: 2, column: 1, cell, notice: "formula" }]]);
});

test("what our own tables put before a formula is taken away again", () => {
  expect(read(rosterOfText(csvOf(["name"], [["=Bo"], ["O'Brien"]]))).rows.map(({ name }) => name)).toEqual(["=Bo", "O'Brien"]);
});

test("Persian names keep the sign that parts their letters", () => {
  expect(read(rosterOfText("name\nعلی‌رضا")).rows).toHaveLength(1);
});

describe("refused is", () => {
  test.each<[string, Uint8Array, object]>([
    ["an empty file", utf8(""), { refused: "empty" }],
    ["a workbook", Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), { refused: "binary", format: "zip" }],
    ["names of columns without a person", utf8("name,email\n"), { refused: "noRows" }],
    ["a table of sections", utf8("section\n10B"), { refused: "noColumns" }],
    ["quotes that nothing ends, by the line", utf8('name,id\n李,99\n\nBo,"100\nAmara,101'), { refused: "quotes", line: 4 }],
    ["too much", new Uint8Array(ROSTER_BYTES + 1).fill(97), { refused: "too-large", limit: ROSTER_BYTES }],
    ["one row too many", utf8(`name,id\n${"Bo,100\n".repeat(ROSTER_ROWS + 1)}`), { refused: "tooManyRows", limit: ROSTER_ROWS }],
    ["one row too many without names of columns", utf8("Bo,100\n".repeat(ROSTER_ROWS + 1)), { refused: "tooManyRows", limit: ROSTER_ROWS }],
  ])("%s", (_, bytes, refusal) => {
    expect(rosterOf(bytes)).toMatchObject(refusal);
  });
});

test("ten thousand rows are read", () => {
  const lines = Array.from({ length: ROSTER_ROWS }, (_, at) => `Person ${at},p${at}@example.org,${at % 30},S${100_000 + at}`);
  expect(read(rosterOf(utf8(`name,email,section,id\n${lines.join("\n")}`))).rows).toHaveLength(ROSTER_ROWS);
});

test("whatever is pasted, nothing is thrown, and each line is a row or has a fault", () => {
  const cell = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("name", "email", "=1", '"', "a@b.org", "\n", ";", "\t", "2E+5", "\0"));
  const table = fc.array(fc.array(cell, { maxLength: 4 }).map((cells) => cells.join(","))).map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(table, (text) => {
      const outcome = rosterOfText(text);
      if ("refused" in outcome) return;
      const faulty = new Set(outcome.faults.map(({ line }) => line));
      const lines = [...outcome.rows.map(({ line }) => line), ...faulty];
      expect(new Set(lines).size).toBe(lines.length);
    }),
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void rosterOf(bytes)));
});
