/** The public log as a chain: each row carries a hash of itself and of the row before, so that none can be changed, taken out or moved unseen. */
import { createHash } from "node:crypto";

/** Which fields are hashed, and how: another set of fields is another form, and starts with another word. */
const FORM = "paragora-log-1";

/** Everything of a row that is sealed. Texts somebody wrote are here only as hashes (`textHash`), so that they can be blanked later. */
export type LogRow = {
  /** "public", or one for each class: each counts its own rows, so that no gap in one tells of another. */
  chain: string;
  /** 1, 2, 3 … without gaps. */
  order: number;
  /** ISO 8601, UTC, with milliseconds, as `toISOString` writes it. */
  at: string;
  /** The decision's id. */
  decision: string;
  act: string;
  /** What was acted on: "comment", "thread", "member" … */
  object: string;
  /** Where: the id of an article, or null. */
  place: string | null;
  /** A house rule, "law", or null where nothing was restricted. */
  ground: string | null;
  /** "no", "partly", "fully". */
  automated: string;
  role: string;
  alias: string;
  /** ISO 8601, or null: for good, or at once. */
  until: string | null;
  /** The decision that this one reverses, confirms or follows, by id. */
  about: string | null;
  /** The same for all rows of one act on many. */
  batch: string | null;
  reasonHash: string | null;
  citationHash: string | null;
};

/** A text with the salt that it was hashed with: without the salt, blanked with it, nobody can try out what a short reason said. */
export type SaltedText = { text: string; salt: string };

/** As it is kept. `link`: its hash. A text is null when there was none, or when it was blanked: then its hash is left. */
export type KeptRow = LogRow & { link: string; reason: SaltedText | null; citation: SaltedText | null };

function sha256(parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** What the first row of a chain follows. */
export function genesis(chain: string): string {
  return sha256([FORM, "genesis", chain]);
}

/** `salt`: random, 128 bits or more, another for each text. */
export function textHash({ text, salt }: SaltedText): string {
  return sha256([FORM, "text", salt, text]);
}

/** Of a row: SHA-256, in hexadecimal, of a JSON array without spaces: the form, the link before, then the fields in this order. Anybody can compute it from the log's JSON. */
export function linkOf(previous: string, row: LogRow): string {
  const { chain, order, at, decision, act, object, place, ground, automated, role, alias, until, about, batch, reasonHash, citationHash } = row;
  return sha256([FORM, previous, chain, order, at, decision, act, object, place, ground, automated, role, alias, until, about, batch, reasonHash, citationHash]);
}

/** Which of a row's texts were blanked. That can be seen, and is shown. */
export function redactionsOf({ reason, reasonHash, citation, citationHash }: Pick<KeptRow, "reason" | "reasonHash" | "citation" | "citationHash">): ("reason" | "citation")[] {
  return [...(reasonHash !== null && reason === null ? (["reason"] as const) : []), ...(citationHash !== null && citation === null ? (["citation"] as const) : [])];
}

/** Whether the texts that are left are those that were hashed. */
export function textsHold({ reason, reasonHash, citation, citationHash }: KeptRow): boolean {
  return (reason === null || textHash(reason) === reasonHash) && (citation === null || textHash(citation) === citationHash);
}
