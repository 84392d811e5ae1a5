import type { BlockView } from "../../domain/reading";
import { blockPath, composePath } from "./paths";
import type { Place } from "./place";

/** Beside each block: how much is said on it, or a plus for whoever wants to be the first. */
export function CountLink({ place, block }: { place: Place; block: Pick<BlockView, "number" | "heat"> }) {
  const { words } = place;
  const { number, heat } = block;
  if (heat.threads === 0) {
    return (
      <a className="count none" data-block={number} href={words.to(composePath({ discussion: place.discussionId, block: number, revision: place.revision }))}>
        <span className="n" aria-hidden="true">
          +
        </span>
        <span className="w">{words.t("count.none", { number })}</span>
      </a>
    );
  }
  return (
    <a className="count" data-block={number} href={words.to(blockPath(place, number))}>
      <span className="n" aria-hidden="true">
        {words.number(heat.comments)}
      </span>
      <span className="w">{words.t("count.some", { count: heat.comments, number })}</span>
    </a>
  );
}
