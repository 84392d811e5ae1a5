/** How thick the heat line is beside a block with so many comments: 0 for none, then a step each time they double. */
export type HeatLevel = 0 | 1 | 2 | 3 | 4 | 5;

export function heatLevel(comments: number): HeatLevel {
  if (comments < 1) return 0;
  if (comments < 2) return 1;
  if (comments < 4) return 2;
  if (comments < 8) return 3;
  return comments < 16 ? 4 : 5;
}
