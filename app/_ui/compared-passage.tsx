import type { ComparedPassage as Compared, Passage, ThreadBeside } from "../../server/revisions/compare";
import { markdownText } from "./markdown";
import { Name } from "./name";
import { revisionPath, threadPath } from "./paths";
import type { Place } from "./place";
import { WordDiff } from "./word-diff";

type Props = { place: Place; /** The number of the earlier revision. */ earlier: number; passage: Compared };

/** A passage that is not as it was: its numbers, what happened, both wordings in one, and what is said on it. */
export function ComparedPassage({ place, earlier, passage }: Props) {
  const { words, slug, language, revision } = place;
  const { kind, before, after, comments, threads } = passage;
  const id = `p-${before[0]?.number ?? "new"}-${after[0]?.number ?? "gone"}`;
  const [shown, at] = kind === "gone" ? [earlier, before[0]?.number] : [revision, after[0]?.number];
  return (
    <section className={before.concat(after).some((one) => one.kind === "heading") ? "change heading-changed" : "change"} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {kind !== "come" && numbersOf(before)}
        {kind === "changed" || kind === "same" ? <span aria-label={words.t("compare.now")}> → </span> : null}
        {kind !== "gone" && numbersOf(after)} <span className="what">{whatHappened(place, passage)}</span>
      </h2>
      <p className="words" lang={language}>
        {kind === "same" ? textOf(after) : <WordDiff words={words} before={textOf(before)} after={textOf(after)} language={language} />}
      </p>
      {comments > 0 && (
        <div className="alongside">
          <p>
            <a href={`${words.to(revisionPath(slug, shown))}#b-${at}`}>{words.t("compare.comments", { count: comments })}</a>
          </p>
          <ul>
            {threads.map((thread) => (
              <Beside key={thread.id} place={place} thread={thread} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function whatHappened({ words }: Place, { kind, isMoved, before, after }: Compared): string {
  if (kind === "same") return words.t("compare.moved");
  if (kind !== "changed") return words.t(`compare.${kind}`);
  if (before.length > 1) return words.t("compare.joined");
  if (after.length > 1) return words.t("compare.split");
  return words.t(isMoved ? "compare.changedAndMoved" : "compare.changed");
}

function numbersOf(passages: readonly Passage[]): string {
  return passages.map(({ number }) => `¶\u202f${number}`).join(" + ");
}

/** The cells of a table's row are joined by tabs. */
function textOf(passages: readonly Passage[]): string {
  return passages.map(({ text }) => text.replaceAll("\t", " · ")).join("\n");
}

function Beside({ place, thread: { id, first, total } }: { place: Place; thread: ThreadBeside }) {
  const { words, slug } = place;
  return (
    <li>
      {first.by !== null && (
        <>
          <Name words={words} by={first.by} />{" "}
        </>
      )}
      <a href={words.to(threadPath(slug, id))} dir="auto">
        {first.by === null ? words.t("threads.gone") : markdownText(first.body)}
      </a>
      {total > 1 && <span className="quiet"> {words.t("threads.replies", { count: total - 1 })}</span>}
    </li>
  );
}
