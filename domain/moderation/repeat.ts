/** The same again: as one of the member's last comments, or within one text. */
import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import type { Catch } from "./phases";

/** Shorter texts are said twice in good faith: "Could you give a source?" Chinese says as much with half the characters. */
const COUNTS_FROM = 24;

/** A refrain has fewer lines; three of four alike is no list of anything. */
const LINES = 4;
const LINES_ALIKE = 0.75;

/** Bytes from which compressing tells something, and the share that is left of a text which says one thing over and over. Prose keeps 0.4 to 0.6, a table of figures 0.2. */
const COMPRESSED_FROM = 400;
const COMPRESSED_TO = 0.08;

/** A text without what copies differ in: capitals, spaces, punctuation, signs that are not seen. */
function bare(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Equal for texts that say the same, 43 letters; null for one too short to count. It is one-way: what was deleted is not kept in it. */
export function fingerprintOf(body: string): string | null {
  const text = bare(body);
  const weight = Array.from(text).reduce((sum, letter) => sum + (letter > "\u2e80" ? 2 : 1), 0);
  return weight < COUNTS_FROM ? null : createHash("sha256").update(text).digest("base64url");
}

/** `recent`: the fingerprints of the member's latest comments. */
export function repeated(body: string, recent: readonly (string | null)[]): Catch | null {
  const fingerprint = recent.length > 0 ? fingerprintOf(body) : null;
  if (fingerprint !== null && recent.includes(fingerprint)) return { rule: "same-text", span: null, what: "hold", values: {} };
  return sameLine(body) ?? overAndOver(body);
}

function sameLine(body: string): Catch | null {
  const counts = new Map<string, number>();
  let lines = 0;
  for (const line of body.split("\n").map(bare)) {
    if (line === "") continue;
    lines += 1;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return lines < LINES || most / lines < LINES_ALIKE ? null : { rule: "same-line", span: null, what: "hold", values: { count: most } };
}

/** The same few words again and again, in whatever language. */
function overAndOver(body: string): Catch | null {
  const bytes = Buffer.from(body);
  if (bytes.length < COMPRESSED_FROM) return null;
  return deflateRawSync(bytes).length / bytes.length > COMPRESSED_TO ? null : { rule: "over-and-over", span: null, what: "hold", values: {} };
}
