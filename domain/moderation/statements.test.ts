import { expect, test } from "vitest";
import { EEA, statementFields, statementOf, statementsCsv, type StatementFacts } from "./statements";

const HIDDEN: StatementFacts = {
  id: "0192f7a0-1111-7222-8333-444455556666",
  act: "hide",
  ground: { rule: "insult", words: "Answer words, not people" },
  facts: "Two readers reported the first sentence.",
  explanation: "The first sentence is about the person who asked.",
  decidedAt: new Date("2026-05-18T10:00:00.000Z"),
  until: null,
  contentAt: new Date("2026-05-18T09:40:00.000Z"),
  contentLanguage: "en",
  source: "report",
  automated: "no",
  groundUrl: "https://here.example/rules",
};

test("a hidden insult, in the database's words", () => {
  expect(statementOf(HIDDEN)).toEqual({
    decision_visibility: ["DECISION_VISIBILITY_CONTENT_DISABLED"],
    decision_facts: "Two readers reported the first sentence.",
    decision_ground: "DECISION_GROUND_INCOMPATIBLE_CONTENT",
    decision_ground_reference_url: "https://here.example/rules",
    incompatible_content_ground: "3. Answer words, not people",
    incompatible_content_explanation: "The first sentence is about the person who asked.",
    content_type: ["CONTENT_TYPE_TEXT"],
    category: "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
    territorial_scope: EEA,
    content_language: "EN",
    content_date: "2026-05-18",
    application_date: "2026-05-18",
    source_type: "SOURCE_TYPE_OTHER_NOTIFICATION",
    automated_detection: "No",
    automated_decision: "AUTOMATED_DECISION_NOT_AUTOMATED",
    puid: "0192f7a0-1111-7222-8333-444455556666",
  });
});

test.each<[StatementFacts["act"], Date | null, object]>([
  ["remove", null, { decision_visibility: ["DECISION_VISIBILITY_CONTENT_REMOVED"] }],
  ["lock", new Date("2026-06-01T00:00:00.000Z"), { decision_visibility: ["DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED"], end_date_visibility_restriction: "2026-06-01" }],
  ["hold", null, { decision_visibility: ["DECISION_VISIBILITY_OTHER"], content_type: ["CONTENT_TYPE_OTHER"], content_type_other: "account" }],
  ["silence", new Date("2026-06-01T00:00:00.000Z"), { decision_provision: "DECISION_PROVISION_PARTIAL_SUSPENSION", end_date_service_restriction: "2026-06-01" }],
  ["suspend", new Date("2026-06-01T00:00:00.000Z"), { decision_account: "DECISION_ACCOUNT_SUSPENDED", end_date_account_restriction: "2026-06-01" }],
  ["suspend", null, { decision_account: "DECISION_ACCOUNT_SUSPENDED", account_type: "ACCOUNT_TYPE_PRIVATE" }],
])("%s until %s", (act, until, fields) => {
  const statement = statementOf({ ...HIDDEN, act, until });
  expect(statement).toMatchObject(fields);
  // One restriction, of one kind, and an end only if there is one.
  expect(["decision_visibility", "decision_provision", "decision_account"].filter((field) => field in statement)).toHaveLength(1);
  expect(Object.keys(statement).filter((field) => field.startsWith("end_date_"))).toHaveLength(until ? 1 : 0);
});

test("the law is cited, and no house rule named", () => {
  const statement = statementOf({ ...HIDDEN, ground: { rule: "law", words: "§ 185 StGB" }, source: "notice" });
  expect(statement).toMatchObject({ decision_ground: "DECISION_GROUND_ILLEGAL_CONTENT", illegal_content_legal_ground: "§ 185 StGB", illegal_content_explanation: HIDDEN.explanation, source_type: "SOURCE_ARTICLE_16" });
  expect(Object.keys(statement).filter((field) => field.startsWith("incompatible_"))).toEqual([]);
  expect(statementOf({ ...HIDDEN, ground: { rule: "law", words: "x", category: "STATEMENT_CATEGORY_PROTECTION_OF_MINORS" } }).category).toBe("STATEMENT_CATEGORY_PROTECTION_OF_MINORS");
});

test("what a rule of the machine found is said to be found by it", () => {
  expect(statementOf({ ...HIDDEN, source: "machine", automated: "partly" })).toMatchObject({ source_type: "SOURCE_VOLUNTARY", automated_detection: "Yes", automated_decision: "AUTOMATED_DECISION_PARTIALLY" });
});

test("texts are cut to what the database takes", () => {
  const statement = statementOf({ ...HIDDEN, facts: "😀".repeat(6_000), explanation: "x".repeat(2_000) });
  expect([Array.from(String(statement.decision_facts)).length, String(statement.incompatible_content_explanation).length]).toEqual([5_000, 2_000]);
});

test("every field of a statement is a column, and the table has all of them", () => {
  const statement = statementOf(HIDDEN);
  expect(Object.keys(statement).filter((field) => !statementFields.some((known) => known === field))).toEqual([]);
  const [names, row] = statementsCsv([statement]).split("\r\n");
  expect(names).toBe(`\ufeff${statementFields.join(",")}`);
  expect(row).toContain(`"${EEA.join(",")}"`);
});
