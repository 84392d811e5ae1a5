/** A passage as it is quoted elsewhere: the words, where they stand, and a link to that very revision. */

export type Cited = {
  quote: string;
  title: string;
  byline: string | null;
  /** As it is to be read: "8 May 2026". */
  date: string | null;
  /** "revision 2", "¶ 4": in the words of the interface. */
  revision: string;
  number: string;
  link: string;
};

/** A quotation longer than this is cut: who cites a page cites its beginning. In code points. */
const LONGEST_QUOTE = 600;

export function citationOf({ quote, title, byline, date, revision, number, link }: Cited): string {
  const points = Array.from(quote.replace(/\s+/gu, " ").trim());
  const words = points.length > LONGEST_QUOTE ? `${points.slice(0, LONGEST_QUOTE).join("")}…` : points.join("");
  const source = [byline, `“${title}”`, date, revision, number].filter((part) => part !== null && part !== "");
  return `“${words}” (${source.join(", ")}) ${link}`;
}
