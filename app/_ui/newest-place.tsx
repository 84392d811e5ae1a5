import type { ReactNode } from "react";
import type { BlockView } from "../../domain/reading";
import { articlePath } from "./paths";
import type { Place } from "./place";

type Props = { place: Place; blocks: readonly Pick<BlockView, "number" | "newest">[]; children: ReactNode };

/** Around blocks of an older revision: under them stands where the newest has them, so that an old link leads on. Of the newest it adds nothing. */
export function WithNewestPlace({ place, blocks, children }: Props) {
  if (blocks.every(({ newest }) => newest === undefined)) return children;
  return (
    <div className="once">
      {children}
      {blocks.map((block) => (
        <NewestPlace key={block.number} place={place} block={block} />
      ))}
    </div>
  );
}

/** Inside the item of a list it stands by itself. */
export function NewestPlace({ place: { words, slug }, block: { number, newest } }: { place: Place; block: Pick<BlockView, "number" | "newest"> }) {
  if (newest === undefined) return null;
  const at = newest.number;
  return (
    <p className="newest-place">
      {at === null ? (
        words.t("newestPlace.gone", { number })
      ) : (
        <a href={`${words.to(articlePath(slug))}#b-${at}`}>{words.t(newest.isChanged ? "newestPlace.changed" : "newestPlace.same", { number, at })}</a>
      )}
    </p>
  );
}
