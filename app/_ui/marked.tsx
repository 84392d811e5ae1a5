import type { ReactNode } from "react";
import type { Block } from "../../domain/blocks";

/** Deeper items are indented no further: on a phone nothing would be left of the line. */
const DEEPEST = 3;

export function depthClass({ shape }: Pick<Block, "shape">): string {
  return `depth-${Math.min(shape.list?.depth ?? 0, DEEPEST)}`;
}

/** An item's words behind its number or dash. */
export function Marked({ block: { shape }, children }: { block: Pick<Block, "shape">; children: ReactNode }) {
  const marker = markerOf(shape.list);
  return (
    <>
      {marker !== null && (
        <span className="marker" aria-hidden="true">
          {marker}
        </span>
      )}
      <span className="words">{children}</span>
    </>
  );
}

/** Null where the words begin with a label of their own, or go on with the item before. */
function markerOf(list: Block["shape"]["list"]): string | null {
  if (list?.labelled || list?.continued) return null;
  return list?.ordered ? `${list.ordinal}.` : "–";
}
