import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultOfDisplayName } from "../names";
import { pseudonymFor, pseudonymsFor, type Hmac, type Pseudonym } from "./pseudonym";
import { pseudonymWords } from "./pseudonym-words";

const hmacOf = (secret: string): Hmac => (message) => createHmac("sha256", secret).update(message).digest();
const HMAC = hmacOf("a secret of the place");
const STUDENTS = Array.from({ length: 300 }, (_, at) => `student-${at}`);
const EN = { taken: new Set<string>(), language: "en" } as const;
const ZH = { taken: new Set<string>(), language: "zh" } as const;

describe.each(["en", "zh"] as const)("the words in %s", (language) => {
  const { adjectives, nouns, joined } = pseudonymWords[language];

  test("are 128 by 128, each once", () => {
    expect([adjectives, nouns].map((words) => [words.length, new Set(words).size])).toEqual([[128, 128], [128, 128]]);
    expect(adjectives.filter((word) => nouns.includes(word))).toEqual([]);
  });

  test("make names that anybody might have chosen", () => {
    expect([...adjectives.map((word) => joined(word, nouns[0] ?? "")), ...nouns.map((word) => joined(adjectives[0] ?? "", word))].filter((name) => faultOfDisplayName(name) !== null)).toEqual([]);
  });
});

// Changed only by a change of words, labels or hash: names already given are kept, but a class in the middle of an assignment would get two kinds.
test("a student's name and badge", () => {
  expect(pseudonymFor(HMAC, "assignment-1", "student-1", EN)).toEqual({ studentId: "student-1", name: "Tranquil Stone", badge: "3a36cf199abb265a3ae0fa37be281c64452e71a1725401c81af21b9be129bad2" });
  expect(pseudonymFor(HMAC, "assignment-1", "student-1", ZH).name).toBe("悠然的清泉");
});

test("a name that is taken is passed over, and all that are taken", () => {
  const first = pseudonymFor(HMAC, "a", "s", EN).name;
  const second = pseudonymFor(HMAC, "a", "s", { ...EN, taken: new Set([first]) }).name;
  expect(second).not.toBe(first);
  const { adjectives, nouns, joined } = pseudonymWords.en;
  const all = new Set(adjectives.flatMap((adjective) => nouns.map((noun) => joined(adjective, noun))));
  expect(pseudonymFor(HMAC, "a", "s", { ...EN, taken: all }).name).toBe(`${first} 2`);
});

const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 40 });

test("the same students have the same names, in whatever order they are given, and no two have one", () => {
  fc.assert(
    fc.property(ids, fc.string(), fc.constantFrom("en" as const, "zh" as const), (students, assignment, language) => {
      const made = pseudonymsFor(HMAC, assignment, students, { taken: new Set(), language });
      expect(pseudonymsFor(HMAC, assignment, [...students].reverse(), { taken: new Set(), language })).toEqual(made);
      expect(new Set(made.map(({ name }) => name)).size).toBe(students.length);
      expect(made.map(({ studentId }) => studentId).sort()).toEqual([...students].sort());
    }),
  );
});

test("who joins later changes nobody's name", () => {
  const made = pseudonymsFor(HMAC, "a", STUDENTS.slice(0, 200), EN);
  const more = pseudonymsFor(HMAC, "a", STUDENTS.slice(200), { ...EN, taken: new Set(made.map(({ name }) => name)) });
  expect(new Set([...made, ...more].map(({ name }) => name)).size).toBe(300);
});

test("of 300 students no two have one name or badge", () => {
  for (const language of ["en", "zh"] as const) {
    const made = pseudonymsFor(HMAC, "a", STUDENTS, { taken: new Set(), language });
    expect([new Set(made.map(({ name }) => name)).size, new Set(made.map(({ badge }) => badge)).size]).toEqual([300, 300]);
  }
});

/** Spearman's: 1 the same order, -1 the reverse, about 0 none. */
function correlation(one: readonly string[], other: readonly string[]): number {
  const place = new Map(other.map((id, at) => [id, at]));
  const sum = one.reduce((total, id, at) => total + (at - (place.get(id) ?? 0)) ** 2, 0);
  return 1 - (6 * sum) / (one.length * (one.length ** 2 - 1));
}

const orderOf = (made: readonly Pseudonym[], by: (one: Pseudonym) => string): string[] => [...made].sort((one, other) => (by(one) < by(other) ? -1 : 1)).map(({ studentId }) => studentId);

test("neither order, nor names, nor badges of two assignments, nor the roster's order, go together", () => {
  const classes = Array.from({ length: 8 }, (_, at) => pseudonymsFor(HMAC, `assignment-${at}`, STUDENTS, EN));
  const orders = classes.flatMap((made) => [made.map(({ studentId }) => studentId), orderOf(made, ({ name }) => name), orderOf(made, ({ badge }) => badge)]);
  const pairs = [...orders, STUDENTS].flatMap((one, at, all) => all.slice(at + 1).map((other) => Math.abs(correlation(one, other))));
  // 300 pairs of random orders of 300 stay below 0.25, which is 4.3 standard deviations.
  expect(Math.max(...pairs)).toBeLessThan(0.25);
  const alike = STUDENTS.filter((id) => new Set(classes.map((made) => made.find(({ studentId }) => studentId === id)?.name)).size < classes.length);
  // 28 pairs of assignments for each of 300 students: half a name in 16,384 is met again by chance.
  expect(alike.length).toBeLessThan(6);
});

test("another secret gives other names and badges", () => {
  const [one, other] = [HMAC, hmacOf("another")].map((hmac) => pseudonymsFor(hmac, "a", STUDENTS, EN));
  const names = new Map(other?.map(({ studentId, name }) => [studentId, name]));
  expect(one?.filter(({ studentId, name }) => names.get(studentId) === name).length).toBeLessThan(4);
});
