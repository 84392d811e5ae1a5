import type { BlockView } from "../../domain/reading";
import { passageSaid } from "./appendix";
import { blockPath, composePath } from "./paths";
import type { Place } from "./place";
import { Thread } from "./thread";

/**
 * The threads of one block, after it. `rows`: how many rows of the page they may stand beside, so that a long thread uses
 * the room next to blocks on which nothing is said, instead of pushing the text apart.
 */
export function ThreadsOfBlock({ place, block, rows = 1, whole = false }: { place: Place; block: BlockView; rows?: number; whole?: boolean }) {
  if (block.threads.length === 0) return null;
  const { words } = place;
  const compose = composePath({ discussion: place.discussionId, block: block.number, revision: place.revision });
  return (
    <div className="threads" data-rows={rows} data-block={block.number} data-passage={passageSaid(block)}>
      {block.threads.map((thread) => (
        <Thread key={thread.id} place={place} thread={thread} whole={whole} />
      ))}
      <p className="add">
        <a href={words.to(compose)}>{words.t("block.comment", { number: block.number })}</a>
        <a href={words.to(blockPath(place, block.number))}>{words.t("block.all", { count: block.heat.comments, number: block.number })}</a>
      </p>
    </div>
  );
}
