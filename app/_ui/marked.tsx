import type { ReactNode } from "react";
import type { Block } from "../../domain/blocks";

/** Deeper items are indented no further: on a phone nothing would be left of the line. */
const DEEPEST = 3;

export function depthClass({ shape }: Pick<Block, "shape">): string {
  return `depth-${Math.min(shape.list?.depth ?? 0, DEEPEST)}`;
}

/** An item's words behind its number or dash. */
export function Marked({ block: { shape }, children }: { block: Pick<Block, "shape">; children: ReactNode }) {
  return (
    <>
      <span className="marker" aria-hidden="true">
        {shape.list?.ordered === true ? `${shape.list.ordinal}.` : "–"}
      </span>
      <span className="words">{children}</span>
    </>
  );
}
