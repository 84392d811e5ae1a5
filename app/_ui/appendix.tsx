import type { ReactNode } from "react";
import { slice } from "../../domain/blocks";
import type { Words } from "./words";

/** Seen on paper only: there threads are moved behind the text, and this stands above them. */
export function AppendixHead({ words, children }: { words: Words; children?: ReactNode }) {
  return (
    <div className="appendix">
      <h2>{words.t("print.notes")}</h2>
      <p>{words.t("print.lead")}</p>
      {children}
    </div>
  );
}

/** Enough of a paragraph to find it by: about a line. In code points. */
const BEGINNING = 70;

/** What a block's notes are headed by in the appendix: its number and its first words. */
export function passageSaid({ number, text }: { number: number; text: string }): string {
  const beginning = slice(text, { start: 0, end: BEGINNING + 1 }).replace(/\s+/gu, " ");
  const points = Array.from(beginning);
  return `¶\u202f${number}  ${points.length > BEGINNING ? `${points.slice(0, BEGINNING).join("").trimEnd()}…` : beginning}`;
}
