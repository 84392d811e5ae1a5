/**
 * Outcomes in percent: in all, and of each source, language or tag. `asked`: of which a person would be asked; `unasked!`: wrong, or kept
 * though gone, without anybody being asked.
 */
import type { Outcome, Verdict } from "./outcomes";

/** As wide as the longest name of a source. */
const NAME = 32;
const verdicts: Verdict[] = ["correct", "wrong", "orphaned", "kept"];

export function tableOf(outcomes: readonly Outcome[], by: string): string {
  const groups = new Map<string, Outcome[]>([["all", [...outcomes]]]);
  for (const outcome of outcomes) for (const name of namesOf(outcome, by)) groups.set(name, [...(groups.get(name) ?? []), outcome]);
  const lines = [...groups].flatMap(([name, group]) =>
    (["paragraphs", "phrases"] as const).flatMap((what) => {
      const these = group.filter((outcome) => outcome.what === what);
      return [lineOf(name, `${what}, all`, these), lineOf(name, `${what}, hard`, these.filter(({ isHard }) => isHard))];
    }),
  );
  const head = ["".padEnd(NAME), "".padEnd(18), "number", ...verdicts, "asked", "unasked!"].map((cell) => cell.padStart(9)).join(" ");
  return `${head}\n${lines.filter((line) => line !== "").join("\n")}\n`;
}

const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(2);

function namesOf({ source, lang, tags }: Outcome, by: string): string[] {
  if (by === "source") return [source];
  if (by === "lang") return [lang];
  return by === "tag" ? (tags.length > 0 ? tags : ["(unchanged)"]) : [];
}

function lineOf(name: string, what: string, outcomes: readonly Outcome[]): string {
  if (outcomes.length === 0) return "";
  const shares = verdicts.map((verdict) => percent(outcomes.filter((outcome) => outcome.verdict === verdict).length, outcomes.length));
  const asked = outcomes.filter(({ asks }) => asks).length;
  const unasked = outcomes.filter(({ asks, verdict }) => !asks && (verdict === "wrong" || verdict === "kept")).length;
  return [name.padEnd(NAME), what.padEnd(18), String(outcomes.length), ...shares, percent(asked, outcomes.length), percent(unasked, outcomes.length)].map((cell) => cell.padStart(9)).join(" ");
}
