import type { BlockView } from "../../domain/reading";
import { articlePath } from "./paths";
import type { Place } from "./place";

/** Under a block of an older revision: where the newest has it, so that an old link leads on. */
export function NewestPlace({ place, block: { number, newest } }: { place: Place; block: Pick<BlockView, "number" | "newest"> }) {
  if (newest === undefined) return null;
  const { words, slug } = place;
  const at = newest.number;
  return (
    <p className="newest-place" data-newest={number}>
      {at === null ? (
        words.t("newestPlace.gone", { number })
      ) : (
        <a href={`${words.to(articlePath(slug))}#b-${at}`}>{words.t(newest.isChanged ? "newestPlace.changed" : "newestPlace.same", { number, at })}</a>
      )}
    </p>
  );
}
