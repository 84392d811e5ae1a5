/** Choosing words of a block by keyboard: a sentence at a time, then word by word at either end. */
import type { Span } from "./blocks";

export type Step = "next-sentence" | "previous-sentence" | "end-forward" | "end-back" | "start-forward" | "start-back";

type Text = {
  text: string;
  /** In order, none over another; empty: the whole text is one. */
  sentences: readonly Span[];
  /** BCP 47: words end elsewhere in Chinese. */
  language: string;
};

/** The words chosen after a step, in code points; null: none are chosen any more. Past an end nothing moves. */
export function narrowed(chosen: Span | null, step: Step, { text, sentences, language }: Text): Span | null {
  const all = sentences.length > 0 ? sentences : [{ start: 0, end: Array.from(text).length }];
  if (step === "next-sentence") return all.find(({ start }) => start >= (chosen?.end ?? 0)) ?? chosen;
  if (step === "previous-sentence") return chosen === null ? (all.at(-1) ?? null) : (all.findLast(({ end }) => end <= chosen.start) ?? null);
  const span = chosen ?? all[0];
  if (!span) return null;
  if (chosen === null && step === "end-back") return span;
  const words = wordsOf(text, language);
  if (step === "end-forward") return { ...span, end: chosen === null ? (words[0]?.end ?? span.end) : (words.find(({ end }) => end > span.end)?.end ?? span.end) };
  if (step === "end-back") return within(span, { start: span.start, end: words.findLast(({ end, start }) => end < span.end && start >= span.start)?.end ?? span.end });
  if (step === "start-forward") return within(span, { start: words.find(({ start }) => start > span.start)?.start ?? span.start, end: span.end });
  return { ...span, start: words.findLast(({ start }) => start < span.start)?.start ?? span.start };
}

function within(was: Span, next: Span): Span {
  return next.start < next.end ? next : was;
}

/** What a person would call a word, each with its place in code points; signs and spaces between them are none. */
function wordsOf(text: string, language: string): Span[] {
  let at = 0;
  return [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].flatMap(({ segment, isWordLike }) => {
    const start = at;
    at += Array.from(segment).length;
    return isWordLike || /\p{Extended_Pictographic}/u.test(segment) ? [{ start, end: at }] : [];
  });
}
