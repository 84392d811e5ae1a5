import type { OldWords as Old } from "../../domain/thread";
import { comparePath, revisionPath } from "./paths";
import type { Place } from "./place";
import { WordDiff } from "./word-diff";

/**
 * Said of a thread whose passage is no longer what it was when this was written: that it changed, and one click away what it
 * said. Words that are gone stand open, unless the thread quotes them anyway. `short`: among thousands, without them.
 */
export function OldWords({ place, old, isQuoted, short = false }: { place: Place; old: Old; isQuoted: boolean; short?: boolean }) {
  const { words, slug, language, revision } = place;
  const says = `${words.t(old.now === null ? "oldWords.removed" : old.isPlaced ? "oldWords.placed" : "oldWords.changed")}${old.isKept ? words.t("oldWords.kept") : ""}`;
  const links = (
    <p className="facts">
      <span>
        <a href={`${words.to(revisionPath(slug, old.revision))}#b-${old.block}`}>{words.t("oldWords.asItWas", { revision: old.revision })}</a>
      </span>
      {old.revision < revision && (
        <span>
          <a href={words.to(comparePath(slug, old.revision, revision))}>{words.t("oldWords.whatChanged")}</a>
        </span>
      )}
    </p>
  );
  if (short) {
    return (
      <div className="old">
        <p className="what">{says}</p>
        {links}
      </div>
    );
  }
  return (
    <details className="old" open={old.now === null && !isQuoted}>
      <summary>{says}</summary>
      <blockquote className="words" lang={language}>
        {old.now === null ? old.then : <WordDiff words={words} before={old.then} after={old.now} language={language} />}
      </blockquote>
      {links}
    </details>
  );
}
