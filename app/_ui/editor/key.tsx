import type { ReactNode } from "react";

/** A row of a list of keys: what they do, and which they are. */
export function Key({ says, children }: { says: string; children: ReactNode }) {
  return (
    <div>
      <dt>{says}</dt>
      <dd>{children}</dd>
    </div>
  );
}
