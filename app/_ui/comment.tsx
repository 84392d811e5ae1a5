import type { CommentView } from "../../domain/thread";
import { codePoints } from "../../domain/blocks";
import { Icon } from "./icon";
import { CommentBody } from "./comment-body";
import { bothNames, nameOf } from "./name";
import { commentPath, composePath, reportPath } from "./paths";
import type { Place } from "./place";
import { Proposal } from "./proposal";
import { Tombstone } from "./tombstone";
import { Who } from "./who";

/** Beside an article a longer comment is shown in part: in full it would push the text a screen apart. */
const SHOWN_BESIDE_AN_ARTICLE = 2_000;

/** Where it is cut, so that what is left out is worth a click. */
const CUT_AT = 1_500;

type Props = {
  place: Place;
  comment: CommentView;
  /** The name answered, where indentation does not tell. */
  answers?: string | null;
  /** The whole text, however long: on pages of a block or a thread. */
  whole?: boolean;
  /** False where the page is about reporting it, or knows that its reader cannot. */
  reportable?: boolean;
};

export function Comment({ place, comment, answers = null, whole = false, reportable = true }: Props) {
  const { words } = place;
  const { by } = comment;
  if (by === null) return <Tombstone words={words} comment={comment} />;
  return (
    <article className="comment" id={`c-${comment.id}`} data-comment-id={comment.id} data-by={by.id} data-seq={comment.sequence} aria-label={words.t("comment.label", { name: bothNames(words, by), day: words.day(comment.at) })}>
      <Who place={place} comment={comment} by={by} answers={answers} />
      {comment.proposal !== null && <Proposal words={words} proposal={comment.proposal} language={place.language} />}
      <Body comment={comment} place={place} whole={whole} />
      <Acts comment={comment} place={place} name={nameOf(words, by)} reportable={reportable} />
    </article>
  );
}

function Body({ comment, place, whole }: { comment: CommentView; place: Place; whole: boolean }) {
  const long = !whole && comment.body.length > SHOWN_BESIDE_AN_ARTICLE && codePoints(comment.body) > SHOWN_BESIDE_AN_ARTICLE;
  const body = long ? `${beginningOf(comment.body)} …` : comment.body;
  return (
    <>
      <CommentBody words={place.words} body={body} />
      {long && (
        <p className="more">
          <a href={place.words.to(commentPath(comment.id))}>{place.words.t("comment.readOn")}</a>
        </p>
      )}
    </>
  );
}

/** Up to the last space before the cut; Chinese, which has none, is cut where it is. */
function beginningOf(body: string): string {
  const beginning = Array.from(body).slice(0, CUT_AT).join("");
  const space = beginning.search(/\s\S*$/u);
  return space > CUT_AT / 2 ? beginning.slice(0, space) : beginning;
}

function Acts({ comment, place, name, reportable }: { comment: CommentView; place: Place; name: string; reportable: boolean }) {
  const { words } = place;
  return (
    <p className="acts">
      <a href={words.to(composePath({ discussion: place.discussionId, parent: comment.id }))}>
        <Icon name="corner-down-right" />
        {words.t("acts.reply")}
        <span className="unseen">{words.t("acts.to", { name })}</span>
      </a>
      <a href={words.to(commentPath(comment.id))}>
        <Icon name="link" />
        {words.t("acts.link")}
        <span className="unseen">{words.t("acts.to", { name })}</span>
      </a>
      {reportable && (
        <a href={words.to(reportPath(comment.id))}>
          <Icon name="flag" />
          {words.t("report.report")}
          <span className="unseen">{words.t("acts.to", { name })}</span>
        </a>
      )}
      <a href={words.to(`${commentPath(comment.id)}/acts`)}>
        <Icon name="ellipsis" />
        {words.t("acts.more")}
        <span className="unseen">{words.t("acts.to", { name })}</span>
      </a>
    </p>
  );
}
