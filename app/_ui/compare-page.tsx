import type { Comparison } from "../../server/revisions/compare";
import { ComparedPassage } from "./compared-passage";
import { CompareForm } from "./compare-form";
import { Document } from "./document";
import { comparePath, revisionPath, revisionsPath } from "./paths";
import { placeOf } from "./place";
import { WayBack } from "./way-back";
import { WordDiff } from "./word-diff";
import type { Words } from "./words";

/** `after`: the cursor of the page shown, null on the first. */
type Props = { words: Words; view: Comparison; after: string | null; origin?: string };

/** What changed from one revision to another, passage by passage, with what is said on each beside it. */
export function ComparePage({ words, view, after, origin }: Props) {
  const { head, earlier, counts, rows, next } = view;
  const { slug, language } = head;
  const [from, to] = [earlier.revision, head.revision];
  const place = placeOf(words, head);
  const path = comparePath(slug, from, to, { after: after ?? undefined });
  return (
    <Document words={words} title={words.t("compare.title", { from, to, title: head.title })} path={path} origin={origin} noindex>
      <div className="work compared">
        <WayBack place={place} title={head.title} number={null} whole={false} />
        <h1>{words.t("compare.heading", { from, to })}</h1>
        <p className="lead">{countsSaid(words, counts)}</p>
        <p className="facts">
          {[from, to].map((number) => (
            <span key={number}>
              <a href={words.to(revisionPath(slug, number))}>{words.t("compare.read", { number })}</a>
            </span>
          ))}
          <span>
            <a href={words.to(revisionsPath(slug))}>{words.t("revisions.link")}</a>
          </span>
        </p>
        {(["title", "standfirst"] as const).map((part) => {
          const [before, now] = [earlier[part] ?? "", head[part] ?? ""];
          return before === now ? null : (
            <section key={part} className="change" aria-labelledby={part}>
              <h2 id={part}>{words.t(part === "title" ? "compare.titleChanged" : "compare.standfirst")}</h2>
              <p className="words" lang={language}>
                <WordDiff words={words} before={before} after={now} language={language} />
              </p>
            </section>
          );
        })}
        {rows.map((row) =>
          row.kind === "unchanged" ? (
            <p key={`u-${row.first}`} className="unchanged">
              {row.first === row.last ? words.t("compare.unchangedOne", { number: row.first }) : words.t("compare.unchanged", { first: row.first, last: row.last })}
            </p>
          ) : (
            <ComparedPassage key={`${row.before[0]?.number ?? ""}-${row.after[0]?.number ?? ""}`} place={place} earlier={from} passage={row} />
          ),
        )}
        <p className="row">
          {next !== null && (
            <a className="button" rel="next" href={words.to(comparePath(slug, from, to, { after: next }))}>
              {words.t("compare.more")}
            </a>
          )}
          {after !== null && <a href={words.to(comparePath(slug, from, to))}>{words.t("pages.first")}</a>}
        </p>
        <CompareForm words={words} slug={slug} wish={{ from: String(from), to: String(to) }} error={null} />
      </div>
    </Document>
  );
}

function countsSaid(words: Words, counts: Comparison["counts"]): string {
  const parts = (["changed", "moved", "come", "gone", "same"] as const).filter((one) => counts[one] > 0).map((one) => words.t(`compare.counts.${one}`, { count: counts[one] }));
  return parts.join(words.t("revisions.comma"));
}
