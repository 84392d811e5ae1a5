/** The words that somebody reports: where they stand in a comment, and which reports are about the same. */
import { codePoints, type Span } from "../blocks";

/** Signs of Markdown, which whoever copies from a page does not copy, and blanks, which they copy otherwise. */
const LEFT_OUT = /[\s*_~`>#|\\[\]]/u;

/** Where a link leads: on a page only its words are read. */
const LINK_TARGET = /\]\([^()\s]*\)/gu;

/** More than a sentence or two says that all of it is meant. */
export const LONGEST_QUOTE = 500;

/** Code points of a comment's Markdown in which the words stand as they are read on a page; null: they do not. */
export function spanOfWords(body: string, words: string): Span | null {
  const places: number[] = [];
  const read: string[] = [];
  const shown = body.replace(LINK_TARGET, (target) => " ".repeat(codePoints(target)));
  for (const [place, sign] of Array.from(shown).entries()) {
    if (LEFT_OUT.test(sign)) continue;
    places.push(place);
    read.push(sign);
  }
  const sought = Array.from(words).filter((sign) => !LEFT_OUT.test(sign));
  if (sought.length === 0) return null;
  const found = read.join("").indexOf(sought.join(""));
  if (found < 0) return null;
  const first = codePoints(read.join("").slice(0, found));
  const [start, last] = [places[first], places[first + sought.length - 1]];
  return start === undefined || last === undefined ? null : { start, end: last + 1 };
}

/** `span` null: all of the comment. `version`: of the text it is about: in another one the same figures are other words. */
export type Reported = { ground: string; span: Span | null; version: number };

/** Reports that are about the same, with all the words of which any of them speaks. */
export type Merged<R extends Reported> = { ground: string; span: Span | null; reports: R[] };

/**
 * Reports of the same ground on overlapping words of the same text stand together; those on all of it do so among themselves.
 * In the order in which the first of each came.
 */
export function mergedReports<R extends Reported>(reports: readonly R[]): Merged<R>[] {
  const merged: (Merged<R> & { version: number })[] = [];
  for (const report of reports) {
    const same = merged.filter(({ ground, span, version }) => ground === report.ground && version === report.version && overlaps(span, report.span));
    const [first, ...others] = same;
    if (first === undefined) {
      merged.push({ ...report, span: report.span, reports: [report] });
      continue;
    }
    // One report may join what stood apart until now.
    for (const one of [...others, { span: report.span, reports: [report] }]) {
      first.reports.push(...one.reports);
      first.span = first.span && one.span && { start: Math.min(first.span.start, one.span.start), end: Math.max(first.span.end, one.span.end) };
    }
    for (const other of others) merged.splice(merged.indexOf(other), 1);
  }
  return merged.map(({ ground, span, reports: all }) => ({ ground, span, reports: all }));
}

function overlaps(one: Span | null, other: Span | null): boolean {
  if (one === null || other === null) return one === other;
  return one.start < other.end && other.start < one.end;
}
