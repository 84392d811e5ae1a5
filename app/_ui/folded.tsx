import type { ReactNode } from "react";
import type { Words } from "./words";

/** What somebody the reader muted has written: there, and folded away. `name` null: nobody muted, shown as it is. */
export function Folded({ words, name, children }: { words: Words; name: string | null; children: ReactNode }) {
  if (name === null) return children;
  return (
    <details className="folded">
      <summary>{words.t.rich("mute.folded", { name: () => <bdi key="name">{name}</bdi> })}</summary>
      {children}
    </details>
  );
}
