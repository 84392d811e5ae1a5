/** Names that are made for an assignment. */
const FIRST = ["Quiet", "Copper", "North", "Slow", "Grey", "Paper", "Blue", "Late"];
const SECOND = ["Heron", "Beech", "Lantern", "River", "Plover", "Boat", "Kiln", "Comet"];

/** `below`: a whole number from 0 up to, and not, its argument. */
export function madeName(below: (most: number) => number): string {
  return `${FIRST[below(FIRST.length)] ?? ""} ${SECOND[below(SECOND.length)] ?? ""}`;
}
