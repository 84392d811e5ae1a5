/** Why an import ended without an article, in the reader's language. */
import type { ImportStatus } from "../../../server/importing/queries";
import type en from "../../../messages/en.json";
import type { Words } from "../words";

type Reason = keyof (typeof en)["refusals"]["import"];

const REASONS: readonly Reason[] = [
  "empty", "binary", "format", "not-utf-8", "too-large", "no-article", "front-matter", "nested-too-deep", "too-many-lines", "too-many-blocks", "too-large-inside", "damaged", "type", "address-unreadable", "address-scheme", "address-credentials",
  "address-port", "address-unknown", "address-not-public", "redirected-too-often", "answered", "unreachable", "fetching-too-long", "packing", "packing-broken", "reading-too-long", "reading-too-much", "not-kept", "failed", "cut-off", "changed", "too-many-characters", "too-long", "too-much",
];

const MEGABYTE = 1024 * 1024;

export function importRefusal(words: Words, { refusal, phase }: Pick<ImportStatus, "refusal" | "phase">): string | null {
  if (phase === "cut-off") return words.t("refusals.import.cut-off");
  if (refusal === null) return null;
  const { refused, ...given } = refusal;
  // What calls itself something is told by its name, whatever byte gave it away.
  const wanted = refused === "binary" && given.format ? "format" : refused;
  const reason = REASONS.find((known) => known === wanted) ?? "failed";
  const values = Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
  return words.t(`refusals.import.${reason}`, inMegabytes(reason, values));
}

/** People think of files in megabytes; a count of files stays one. */
function inMegabytes(reason: Reason, values: Record<string, string | number>): Record<string, string | number> {
  const isBytes = reason === "too-large" || (reason === "too-large-inside" && values.unit !== "files");
  return isBytes ? { ...values, limit: Math.round(Number(values.limit) / MEGABYTE) } : values;
}
