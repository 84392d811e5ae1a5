/** What aligning costs: revisions of so many blocks, made of real cases one after the other. */
import { align } from "../../../domain/anchoring/alignment";
import type { Case } from "./cases";

/** The first of a process is slower, as nothing is compiled yet; the publishing of one text is always a first. */
const TIMES = 3;

/** The cases of the folder in turn until there are enough blocks; from the second round on each block says which round it is of. */
export function longRevision(cases: readonly Case[], blocks: number): { from: string[]; to: string[] } {
  const [from, to]: [string[], string[]] = [[], []];
  for (let round = 0; from.length < blocks; round += 1) {
    const marked = (texts: readonly string[]): string[] => (round === 0 ? [...texts] : texts.map((text) => `${text} ${round}`));
    for (const { oldParagraphs, newParagraphs } of cases) {
      if (from.length >= blocks) break;
      from.push(...marked(oldParagraphs));
      to.push(...marked(newParagraphs));
    }
  }
  return { from: from.slice(0, blocks), to };
}

/** Milliseconds of each of some alignments, one after the other. */
export function costs({ from, to }: { from: string[]; to: string[] }): number[] {
  return Array.from({ length: TIMES }, () => {
    const began = performance.now();
    align(from, to);
    return Math.round(performance.now() - began);
  });
}
