/** What the product's carry-over makes of each anchor of a case, beside what is true. */
import type { Case } from "./cases";
import { type Answer, reanchor } from "./reanchor";

/** `orphaned`: given up though it is there; `kept`: attached though it is gone, as bad as wrong. */
export type Verdict = "correct" | "wrong" | "orphaned" | "kept";
export type Outcome = { what: "paragraphs" | "phrases"; isHard: boolean; verdict: Verdict; source: string; lang: string; tags: string[]; place: string; asks: boolean; old: string; want: string | null; got: string | null };

/** What makes an anchor hard to carry. */
const HARD = new Set(["deleted", "removed", "rewritten", "moved", "split", "merged", "dup", "lookalike", "restored", "judged"]);
/** A phrase is found when its span and the true one overlap by half of what both cover. */
const LEAST_OVERLAP = 0.5;

export function outcomesOf({ name, source, lang, oldParagraphs, newParagraphs, map, tags, phrases }: Case): Outcome[] {
  const anchors = [...map.map(([paragraph]) => ({ paragraph })), ...phrases.map(({ paragraph, start, end }) => ({ paragraph, quote: { start, end } }))];
  const answers = reanchor({ oldParagraphs, newParagraphs, anchors });
  const truth = new Map(map);
  const said = (at: number | null | undefined): string | null => newParagraphs[at ?? -1] ?? null;
  const common = (paragraph: number) => ({ source, lang, tags: tags[paragraph] ?? [], place: `${name} ${paragraph}` });
  const whole = map.map(([paragraph, to], place): Outcome => {
    const at = answers[place]?.paragraph ?? null;
    const here = common(paragraph);
    return { ...here, what: "paragraphs", isHard: here.tags.some((tag) => HARD.has(tag)), verdict: ofParagraph(at, to), asks: answers[place]?.needsHuman ?? false, old: oldParagraphs[paragraph] ?? "", want: said(to?.[0]), got: said(at) };
  });
  const parts = phrases.map(({ paragraph, start, end, hard, to }, place): Outcome => {
    const answer = answers[map.length + place] ?? { paragraph: null, confidence: 0, needsHuman: false };
    const words = { old: (oldParagraphs[paragraph] ?? "").slice(start, end), want: to && (said(to.paragraph) ?? "").slice(to.start, to.end), got: said(answer.paragraph)?.slice(answer.start, answer.end) ?? null };
    return { ...common(paragraph), what: "phrases", isHard: hard, verdict: ofPhrase(answer, to, truth.get(paragraph)), asks: answer.needsHuman, ...words };
  });
  return [...whole, ...parts];
}

/** `to`: any of these is right; null: it is gone. */
export function ofParagraph(at: number | null, to: readonly number[] | null): Verdict {
  if (to === null) return at === null ? "correct" : "kept";
  if (at === null) return "orphaned";
  return to.includes(at) ? "correct" : "wrong";
}

/** Without its words a phrase's comment stays on its paragraph, which must be the right one. */
export function ofPhrase({ paragraph: at, start, end }: Answer, to: Case["phrases"][number]["to"], paragraphs: readonly number[] | null | undefined): Verdict {
  if (at !== null && start !== undefined && end !== undefined) {
    if (to === null) return "kept";
    const overlap = Math.max(0, Math.min(end, to.end) - Math.max(start, to.start)) / (Math.max(end, to.end) - Math.min(start, to.start));
    return at === to.paragraph && overlap >= LEAST_OVERLAP ? "correct" : "wrong";
  }
  const isRight = at === null || at === to?.paragraph || (paragraphs ?? (to ? [to.paragraph] : [])).includes(at);
  if (to !== null) return isRight ? "orphaned" : "wrong";
  if (isRight) return "correct";
  return paragraphs === null ? "kept" : "wrong";
}
