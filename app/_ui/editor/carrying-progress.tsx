import type { Carrying } from "../../../server/revising/carrying";
import type { Words } from "../words";

/** A review that is computed, or a revision that is published: how far it is. The script, or the page's own refresh, asks again. */
export function CarryingProgress({ words, carrying: { phase, done, total } }: { words: Words; carrying: Carrying }) {
  const says = words.t(`review.phases.${phase === "done" || phase === "refused" ? "keeping" : phase}`);
  return (
    <div data-importing="" role="status">
      <p>{says}</p>
      <progress aria-label={says} value={total === null ? undefined : done} max={total === null ? undefined : Math.max(1, total)} />
      {total !== null && phase !== "aligning" && <p className="quiet">{words.t("editor.howFar", { done, total })}</p>}
      <p className="quiet">{words.t("editor.importWaits")}</p>
    </div>
  );
}
