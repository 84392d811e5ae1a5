/** Reading a chain from its beginning, page by page, and naming the first row that is not as it was written. */
import { genesis, linkOf, redactionsOf, textsHold, type KeptRow } from "./chain";

/** The row with the highest order, as it is kept beside the chain, or noted elsewhere by somebody who does not trust the place. */
export type Head = { order: number; link: string };

/**
 * `order`: of the first row that is wrong. "changed": what it says is not what was sealed. "missing": it is not there and later ones are. "swapped": another row stands
 * in its place. "cut": it and all after it are gone, for the head is further on.
 * Whoever can write the whole database can seal everything anew from some row on. Then the head is another, which is seen by those who noted
 * an earlier one: "changed" at its order.
 */
export type Broken = { order: number; why: "changed" | "missing" | "swapped" | "cut" };

export type Verifier = {
  /** The next rows by their order; null while all is well. After something was found it says the same again. */
  take: (rows: readonly KeptRow[]) => Broken | null;
  /** After the last rows. `head`: null, if there is none to compare with. */
  end: (head: Head | null) => Broken | null;
  /** Rows that hold so far, and texts of them that were blanked. */
  soFar: () => { rows: number; redactions: number; head: Head };
};

/** `from`: a row already known to hold, to go on behind it; a chain's beginning, if absent. One row is kept in memory beside the page. */
export function verifier(chain: string, from: Head = { order: 0, link: genesis(chain) }): Verifier {
  let head = from;
  let [redactions, passed] = [0, 0];
  let broken: Broken | null = null;
  // The last row of a page, if it does not hold: whether it was swapped is told by the row behind it.
  let doubtful: KeptRow[] = [];

  const read = (rows: readonly KeptRow[], isEnd: boolean): Broken | null => {
    for (const [index, row] of rows.entries()) {
      if (!holds(chain, head, row)) {
        const behind = rows.slice(index + 1);
        if (behind.length > 0 || isEnd) return faultOf(chain, head, row, behind);
        doubtful = [row];
        return null;
      }
      head = { order: row.order, link: row.link };
      passed += 1;
      redactions += redactionsOf(row).length;
    }
    return null;
  };
  return {
    take(rows) {
      const all = [...doubtful, ...rows];
      doubtful = [];
      broken ??= read(all, false);
      return broken;
    },
    end(known) {
      const left = doubtful;
      doubtful = [];
      broken ??= read(left, true) ?? (known ? endsWrong(head, known) : null);
      return broken;
    },
    soFar: () => ({ rows: passed, redactions, head }),
  };
}

/** The same for rows that fit into memory. */
export function firstBroken(chain: string, rows: readonly KeptRow[], { from, head = null }: { from?: Head; head?: Head | null } = {}): Broken | null {
  const reading = verifier(chain, from);
  return reading.take(rows) ?? reading.end(head);
}

function holds(chain: string, before: Head, row: KeptRow): boolean {
  return row.chain === chain && row.order === before.order + 1 && linkOf(before.link, row) === row.link && textsHold(row);
}

/** Why a row does not hold that should follow `before`. `behind`: rows after it, as many as are at hand. */
function faultOf(chain: string, before: Head, row: KeptRow, behind: readonly KeptRow[]): Broken {
  const order = before.order + 1;
  // The true row of this place: it carries its link, or has left it here, or stands further on with its own number.
  const isTrue = (other: KeptRow): boolean => {
    const link = linkOf(before.link, { ...other, chain, order });
    return link === other.link || link === row.link;
  };
  if (behind.some(isTrue)) return { order, why: "swapped" };
  return { order, why: row.order > order ? "missing" : "changed" };
}

function endsWrong(head: Head, known: Head): Broken | null {
  if (head.order < known.order) return { order: head.order + 1, why: "cut" };
  if (head.order > known.order) return { order: known.order + 1, why: "changed" };
  return head.link === known.link ? null : { order: head.order, why: "changed" };
}
