import type { EditedBlock } from "../../../domain/editing";
import type { Words } from "../words";

/** What a block is, in words; of a heading with its level. */
export function kindSaid(words: Words, { kind, shape }: Pick<EditedBlock, "kind" | "shape">): string {
  return kind === "heading" ? words.t("editor.headingLevel", { level: shape.level ?? 1 }) : words.t(`editor.kinds.${kind}`);
}
