/** What an editor says to a thread, and what must be said with it. */
import { faultOfText, type TextFault } from "./text";

/** Adopted, with where the change is; not adopted, with why; not what this discussion is about; a question answered. */
export const answerKinds = ["adopted", "not-adopted", "out-of-scope", "answered"] as const;
export type AnswerKind = (typeof answerKinds)[number];

export function isAnswerKind(word: string): word is AnswerKind {
  return answerKinds.some((kind) => kind === word);
}

/** Two printed pages: whoever has more to say to one comment writes a comment, or an article. */
export const ANSWER_LENGTH = 4_000;

/** More than these, and what is pinned stands out no more than the rest. */
export const MOST_PINNED = 20;

/** `text`: normalised, empty for none. `change`: where the adopted words stand. `comment`: the reply that answers. */
export type AnswerWish = { kind: AnswerKind; text: string; change: { revision: number; block: number } | null; comment: string | null };

export type AnswerFault = { field: "text"; fault: TextFault | { fault: "reasonMissing" } | { fault: "answerMissing" } } | { field: "change"; fault: { fault: "changeMissing" } };

/** Null, or what is missing or wrong. That what it points to exists is for others to find out. */
export function faultOfAnswer({ kind, text, change, comment }: AnswerWish): AnswerFault | null {
  const fault = text === "" ? null : faultOfText(text, { most: ANSWER_LENGTH });
  if (fault) return { field: "text", fault };
  // Who is told no without a why has been told nothing.
  if (kind === "not-adopted" && text === "") return { field: "text", fault: { fault: "reasonMissing" } };
  if (kind === "answered" && text === "" && comment === null) return { field: "text", fault: { fault: "answerMissing" } };
  // "Adopted" can be checked by anybody, or it is a promise.
  if (kind === "adopted" && change === null) return { field: "change", fault: { fault: "changeMissing" } };
  return null;
}

/** As pages are told it. `text`: plain; `comment`: the id of the reply that answers; `at`: ISO 8601, UTC. */
export type AnswerView = { kind: AnswerKind; text: string | null; change: { revision: number; block: number } | null; comment: string | null; at: string };
