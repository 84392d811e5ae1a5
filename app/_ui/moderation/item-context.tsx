import type { Span } from "../../../domain/blocks";
import { mergedReports } from "../../../domain/moderation/reported-words";
import { stretchesOf } from "../../../domain/passages";
import type { ItemView } from "../../../server/moderation/item";
import { Kind } from "../kind";
import { CommentBody } from "../comment-body";
import { Name } from "../name";
import { Tile } from "../tile";
import { WordDiff } from "../word-diff";
import type { Words } from "../words";

type Near = ItemView["before"][number];
/** As much of a case as is shown where the comment stands; a class's has no more in common with the public's. */
type Context = Pick<ItemView, "id" | "passage" | "before" | "comment" | "after" | "restriction" | "version"> & { article: { language: string }; waiting: Pick<NonNullable<ItemView["waiting"]>, "caught"> | null; reports: readonly Pick<ItemView["reports"][number], "ground" | "start" | "end" | "commentVersion">[] };

/** The passage, what it answers, the comment with the words that were reported or caught, and what came after. */
export function ItemContext({ words, item, sealedSays = words.t("moderation.item.sealedHere") }: { words: Words; item: Context; sealedSays?: string }) {
  const { passage, before, comment, after, article } = item;
  return (
    <section className="ctx" aria-label={words.t("moderation.item.context")}>
      {passage && (
        <p className="words" lang={article.language}>
          <Passage text={passage.text} words={passage.words} />
        </p>
      )}
      {passage?.isGone && <p className="notice">{words.t("moderation.item.passageGone")}</p>}
      {before.map((one) => (
        <Beside key={one.id} words={words} one={one} />
      ))}
      <article className="it" data-comment-id={item.id}>
        <Head words={words} one={comment} restriction={item.restriction} />
        {comment.proposal && <Proposed words={words} proposal={comment.proposal} language={article.language} />}
        {comment.isGone ? <p className="quiet">{words.t("moderation.item.deletedByAuthor")}</p> : <Body words={words} body={comment.body} spans={spansOf(item)} />}
        {item.restriction !== null && <p className="quiet">{sealedSays}</p>}
      </article>
      {after.map((one) => (
        <Beside key={one.id} words={words} one={one} />
      ))}
    </section>
  );
}

/** The words it is about within their block, lit. */
function Passage({ text, words }: { text: string; words: string }) {
  const at = words === text ? -1 : text.indexOf(words);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{words}</mark>
      {text.slice(at + words.length)}
    </>
  );
}

function Beside({ words, one }: { words: Words; one: Near }) {
  return (
    <div className="near">
      <Head words={words} one={one} restriction={one.restriction} />
      {one.isGone ? <p className="quiet">{words.t("moderation.item.deletedByAuthor")}</p> : <CommentBody words={words} body={one.body} />}
    </div>
  );
}

function Head({ words, one, restriction }: { words: Words; one: Pick<Near, "by" | "name" | "displayName" | "at" | "kind" | "tile">; restriction: Near["restriction"] }) {
  return (
    <header className="who">
      <Tile id={one.tile ?? one.by} />
      <Name words={words} by={one} />
      {one.kind && <Kind kind={one.kind} words={words} />}
      <time dateTime={one.at}>{words.minute(one.at)}</time>
      {restriction !== null && <span className="tag grave">{words.t(`moderation.item.restricted.${restriction}`)}</span>}
    </header>
  );
}

function Proposed({ words, proposal, language }: { words: Words; proposal: { before: string; after: string }; language: string }) {
  return (
    <div className="proposal">
      <p className="quiet">{words.t("moderation.item.proposes")}</p>
      <p className="words" lang={language}>
        {proposal.before === "" ? proposal.after : <WordDiff words={words} before={proposal.before} after={proposal.after} language={language} />}
      </p>
    </div>
  );
}

/** Where spans say which words it is about they are shown in the text as it was written, for they count its characters; else as readers see it. */
function Body({ words, body, spans }: { words: Words; body: string; spans: readonly Span[] }) {
  if (spans.length === 0) return <CommentBody words={words} body={body} />;
  const points = Array.from(body);
  const marked = spans.map((span, place) => ({ ...span, thread: String(place), note: "" }));
  return (
    <p className="body source" dir="auto">
      {stretchesOf(marked, { start: 0, end: points.length }).map(({ start, end, threads }) => {
        const text = points.slice(start, end).join("");
        return threads.length === 0 ? text : <mark key={start}>{text}</mark>;
      })}
    </p>
  );
}

function spansOf({ reports, version, waiting }: Context): Span[] {
  const merged = mergedReports(reports.map(({ ground, start, end, commentVersion }) => ({ ground, span: start === null || end === null ? null : { start, end }, version: commentVersion })));
  const reported = merged.flatMap(({ span, reports: [first] }) => (span !== null && first?.version === version ? [span] : []));
  return [...reported, ...(waiting?.caught?.span ? [waiting.caught.span] : [])];
}
