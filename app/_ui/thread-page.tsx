import type { ThreadPageView } from "../../domain/reading";
import { BranchOfThread } from "./branch";
import { Answer } from "./answer";
import { BlockElement } from "./block-element";
import { footnotesElsewhere } from "./blocks-of-article";
import { Document, type DocumentProps } from "./document";
import { nameOf } from "./name";
import { OldWords } from "./old-words";
import { commentPath, threadPath } from "./paths";
import { type Place, placeOf } from "./place";
import { Quote, threadLabel } from "./thread";
import { WayBack } from "./way-back";
import type { Words } from "./words";

type Props = { words: Words; view: ThreadPageView; origin?: string; reader?: DocumentProps["reader"] };

/** One thread, from its first comment or taken up again from a deeper one, a page of it at a time. */
export function ThreadPage({ words, view, origin, reader = null }: Props) {
  const { head, thread, block, branch, above, next, after } = view;
  const place = placeOf(words, head);
  const from = above === null ? undefined : branch.comment.id;
  const label = threadLabel(place, { block: block?.number ?? null, total: thread.total, old: thread.old });
  return (
    <Document words={words} title={words.t("thread.title", { title: head.title })} path={threadPath(head, thread.id)} origin={origin} noindex={head.readAt !== undefined || above !== null || after !== null} reader={reader} reading>
      <div className="aside">
        <WayBack place={place} title={head.title} number={block?.number ?? null} removed={block === null && thread.old !== null} />
        <h1>{label}</h1>
        {block !== null && thread.quote === null && (
          <BlockElement place={place} block={asParagraph(block)} language={head.language} footnoteHref={footnotesElsewhere(place)} />
        )}
        <section className="thread" id={`t-${thread.id}`} data-thread-id={thread.id} aria-label={label}>
          {thread.quote !== null && <Quote place={place} words={thread.quote} />}
          {thread.isPinned && <p className="pinned">{words.t("answers.pinned")}</p>}
          {thread.old !== null && <OldWords place={place} old={thread.old} isQuoted={thread.quote !== null} />}
          {above !== null && <Above place={place} above={above} />}
          <BranchOfThread place={place} threadId={thread.id} branch={next === null ? branch : { ...branch, more: 0 }} whole isRoot={above === null} />
          {thread.answer !== null && <Answer place={place} answer={thread.answer} />}
        </section>
        <p className="row">
          {next !== null && (
            <a className="button" rel="next" href={words.to(threadPath(head, thread.id, { from, after: next }))}>
              {words.t("pages.moreReplies")}
            </a>
          )}
          {after !== null && <a href={words.to(threadPath(head, thread.id, { from }))}>{words.t("pages.first")}</a>}
        </p>
      </div>
    </Document>
  );
}

/** A heading or a row quoted on another page is words, not a place in that page's outline. */
export function asParagraph(block: NonNullable<ThreadPageView["block"]>): NonNullable<ThreadPageView["block"]> {
  return block.kind === "figure" || block.kind === "quotation" ? block : { ...block, kind: "paragraph" };
}

function Above({ place, above }: { place: Place; above: NonNullable<ThreadPageView["above"]> }) {
  const { words } = place;
  const { by } = above;
  return (
    <p className="more">
      <a href={words.to(commentPath(above.id))}>
        {by === null ? words.t("thread.above") : words.t.rich("thread.aboveBy", { name: () => <bdi key="name">{nameOf(words, by)}</bdi> })}
      </a>
    </p>
  );
}
