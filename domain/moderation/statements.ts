/**
 * A decision in the words of the European Union's database of statements of reasons (Reg. (EU) 2022/2065, Art. 17 and 24(5)): its API,
 * https://transparency.dsa.ec.europa.eu/page/api-documentation, as of 2025-07. Only very large and large places must send them; this makes a statement
 * that can be sent, and a table that can be compared with others'.
 */
import { csvOf } from "../csv";
import { categories, numberOf, type HouseRule } from "./house-rules";

/** What the database counts as a restriction. Approving, warning and moving restrict nothing. */
export type Restriction = "hide" | "remove" | "lock" | "hold" | "silence" | "suspend";

export type StatementFacts = {
  /** The decision's id: letters, digits, hyphens and underscores, up to 500. */
  id: string;
  act: Restriction;
  /** `words`: what the rule is called, or the law that is cited. `category`: if another than the usual one of the ground. */
  ground: { rule: HouseRule; words: string } | { rule: "law"; words: string; category?: string };
  /** What the decision rests on, without anybody's name or data: the database is public, and whoever sends is answerable for that. */
  facts: string;
  /** Why that breaks the rule, as the author is told; the same demand. */
  explanation: string;
  decidedAt: Date;
  until: Date | null;
  /** When what it is about was written, the account made; in two letters (ISO 639-1) in which language, if known. */
  contentAt: Date;
  contentLanguage: string | null;
  /** Whether a rule of the machine or a person came upon it first: a notice of unlawful content, another report, a moderator. */
  source: "machine" | "notice" | "report" | "moderator";
  automated: "no" | "partly" | "fully";
  /** The page of the house rules, or of the law. */
  groundUrl: string | null;
};

/** In the order of the documentation; also the columns of the table. */
export const statementFields = [
  "decision_visibility",
  "decision_visibility_other",
  "end_date_visibility_restriction",
  "decision_provision",
  "end_date_service_restriction",
  "decision_account",
  "account_type",
  "end_date_account_restriction",
  "decision_facts",
  "decision_ground",
  "decision_ground_reference_url",
  "illegal_content_legal_ground",
  "illegal_content_explanation",
  "incompatible_content_ground",
  "incompatible_content_explanation",
  "incompatible_content_illegal",
  "content_type",
  "content_type_other",
  "category",
  "territorial_scope",
  "content_language",
  "content_date",
  "application_date",
  "source_type",
  "automated_detection",
  "automated_decision",
  "puid",
] as const;
export type StatementField = (typeof statementFields)[number];

/** A record for the API, as JSON: what does not apply is absent. */
export type Statement = Partial<Record<StatementField, string | readonly string[]>>;

/** Where decisions hold: everywhere, of which the database asks for the European Economic Area. */
export const EEA = ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"] as const;

/** Characters that the database takes. */
const FACTS = 5_000;
const EXPLANATION = 2_000;
const GROUND = 500;

export function statementOf(decision: StatementFacts): Statement {
  return {
    ...restrictionOf(decision),
    decision_facts: cut(decision.facts, FACTS),
    ...groundOf(decision),
    ...contentOf(decision),
    territorial_scope: EEA,
    ...(decision.contentLanguage === null ? {} : { content_language: decision.contentLanguage.slice(0, 2).toUpperCase() }),
    content_date: dayOf(decision.contentAt),
    application_date: dayOf(decision.decidedAt),
    source_type: decision.source === "notice" ? "SOURCE_ARTICLE_16" : decision.source === "report" ? "SOURCE_TYPE_OTHER_NOTIFICATION" : "SOURCE_VOLUNTARY",
    automated_detection: decision.source === "machine" ? "Yes" : "No",
    automated_decision: { no: "AUTOMATED_DECISION_NOT_AUTOMATED", partly: "AUTOMATED_DECISION_PARTIALLY", fully: "AUTOMATED_DECISION_FULLY" }[decision.automated],
    puid: decision.id,
  };
}

function restrictionOf({ act, until }: StatementFacts): Statement {
  const end = until === null ? null : dayOf(until);
  const visibility = (code: string): Statement => ({ decision_visibility: [code], ...(end ? { end_date_visibility_restriction: end } : {}) });
  switch (act) {
    case "hide":
      return visibility("DECISION_VISIBILITY_CONTENT_DISABLED");
    case "remove":
      return visibility("DECISION_VISIBILITY_CONTENT_REMOVED");
    case "lock":
      return visibility("DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED");
    case "hold":
      return { ...visibility("DECISION_VISIBILITY_OTHER"), decision_visibility_other: "Comments of this account are shown after a moderator has read them." };
    case "silence":
      return { decision_provision: "DECISION_PROVISION_PARTIAL_SUSPENSION", ...(end ? { end_date_service_restriction: end } : {}) };
    case "suspend":
      // For good as well: the account is kept, and an appeal can bring it back. Without an end the database reads "indefinitely".
      return { decision_account: "DECISION_ACCOUNT_SUSPENDED", account_type: "ACCOUNT_TYPE_PRIVATE", ...(end ? { end_date_account_restriction: end } : {}) };
  }
}

function groundOf({ ground, explanation, groundUrl }: StatementFacts): Statement {
  const url: Statement = groundUrl === null ? {} : { decision_ground_reference_url: groundUrl };
  if (ground.rule === "law") {
    return { decision_ground: "DECISION_GROUND_ILLEGAL_CONTENT", ...url, illegal_content_legal_ground: cut(ground.words, GROUND), illegal_content_explanation: cut(explanation, EXPLANATION), category: ground.category ?? categories.law };
  }
  return {
    decision_ground: "DECISION_GROUND_INCOMPATIBLE_CONTENT",
    ...url,
    incompatible_content_ground: cut(`${numberOf(ground.rule)}. ${ground.words}`, GROUND),
    incompatible_content_explanation: cut(explanation, EXPLANATION),
    // Whether it is unlawful too (incompatible_content_illegal) nobody has judged, and the field may be left out.
    category: categories[ground.rule],
  };
}

/** An account is no text; comments, threads are nothing else. */
function contentOf({ act }: StatementFacts): Statement {
  const isAccount = act === "hold" || act === "silence" || act === "suspend";
  return isAccount ? { content_type: ["CONTENT_TYPE_OTHER"], content_type_other: "account" } : { content_type: ["CONTENT_TYPE_TEXT"] };
}

/** The day in UTC, as the database wants it. */
function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

function cut(text: string, most: number): string {
  const points = Array.from(text);
  return points.length > most ? `${points.slice(0, most - 1).join("")}…` : text;
}

/** Lists within a cell are joined by commas. */
export function statementsCsv(statements: readonly Statement[]): string {
  const cellOf = (value: string | readonly string[] | undefined): string | null => (value === undefined ? null : typeof value === "string" ? value : value.join(","));
  return csvOf(
    statementFields,
    statements.map((statement) => statementFields.map((field) => cellOf(statement[field]))),
  );
}
