import type { ResponseComment, ResponseGroup, ResponseThread, ResponseView } from "../../domain/response";
import { Answer } from "./answer";
import { Document } from "./document";
import { Kind } from "./kind";
import { CommentBody } from "./comment-body";
import { articlePath, commentPath, responsePath } from "./paths";
import { type Place, placeOf } from "./place";
import { Proposal } from "./proposal";
import { Quote } from "./thread";
import { WayBack } from "./way-back";
import { WordDiff } from "./word-diff";
import type { Words } from "./words";

/** `after`: the cursor of the page shown, null on the first. `reader`: who asks, for the page is made for them. */
type Props = { words: Words; view: ResponseView; after: string | null; reader: { name: string } | null };

/** What was said on each passage and what became of it, to be read, printed and sent. */
export function ResponsePage({ words, view, after, reader }: Props) {
  const { head, groups, next } = view;
  const place = placeOf(words, head);
  const path = responsePath(head.slug);
  const file = (ending: string): string => words.to(`${path}.${ending}${after === null ? "" : `?after=${encodeURIComponent(after)}`}`);
  return (
    <Document words={words} title={words.t("response.title", { title: head.title })} path={responsePath(head.slug, { after: after ?? undefined })} noindex reader={reader}>
      <div className="work narrow response">
        <WayBack place={place} title={head.title} number={null} whole={false} />
        <h1>{words.t("response.heading")}</h1>
        <p className="lead" lang={head.language}>
          <bdi>{head.title}</bdi>
        </p>
        {!head.hasResponse && <p className="notice">{words.t("response.isHidden")}</p>}
        <Sum words={words} view={view} />
        <p className="row add">
          <a href={file("md")}>Markdown</a>
          <a href={file("docx")}>Word (.docx)</a>
        </p>
        {groups.map((group) => (
          <Group key={group.block ?? 0} place={place} group={group} />
        ))}
        {groups.length === 0 && <p className="lead">{words.t("response.nothing")}</p>}
        {next === null && <Contributors words={words} view={view} />}
        <p className="row more">
          {next !== null && (
            <a className="button" rel="next" href={words.to(responsePath(head.slug, { after: next }))}>
              {words.t("response.next")}
            </a>
          )}
          {after !== null && <a href={words.to(path)}>{words.t("pages.first")}</a>}
        </p>
      </div>
    </Document>
  );
}

/** How many threads, by what became of them. */
function Sum({ words, view: { head, answers } }: { words: Words; view: ResponseView }) {
  return (
    <p className="facts">
      <span>{words.t("article.revision", { revision: head.revision })}</span>
      {answers.map(({ answer, count }) => (
        <span key={answer ?? ""}>
          {answer === null ? words.t("answers.unanswered") : words.t(`answers.kinds.${answer}`)}: {words.number(count)}
        </span>
      ))}
    </p>
  );
}

function Group({ place, group: { block, text, threads } }: { place: Place; group: ResponseGroup }) {
  const { words } = place;
  const id = `g-${block ?? 0}`;
  return (
    <section aria-labelledby={id}>
      <h2 className="rule" id={id}>
        {block === null ? words.t("article.whole") : <a href={`${words.to(articlePath(place))}#b-${block}`}>¶&#8239;{block}</a>}
      </h2>
      {text !== null && (
        <p className="passage" lang={place.language}>
          {text}
        </p>
      )}
      {threads.map((thread) => (
        <Responded key={thread.id} place={place} thread={thread} />
      ))}
    </section>
  );
}

function Responded({ place, thread }: { place: Place; thread: ResponseThread }) {
  const { words, language } = place;
  const { first, replies, quote, proposal, answer, answering, change } = thread;
  return (
    <div className="thread">
      {quote !== null && <Quote place={place} words={quote} />}
      <Said words={words} comment={first} />
      {proposal !== null && <Proposal words={words} proposal={proposal} language={language} />}
      {replies > 0 && (
        <p className="more">
          <a href={words.to(commentPath(first.id))}>{words.t("threads.replies", { count: replies })}</a>
        </p>
      )}
      {change !== null && (
        <div className="proposal">
          <p className="quiet">{words.t(change.after === null ? "response.gone" : "response.changed", { revision: change.revision })}</p>
          <p className="words" lang={language}>
            {change.after === null ? <del>{change.before}</del> : <WordDiff words={words} before={change.before} after={change.after} language={language} />}
          </p>
        </div>
      )}
      {answer === null ? <p className="quiet">{words.t("answers.none")}</p> : <Answer place={place} answer={answer} />}
      {answering !== null && <Said words={words} comment={answering} />}
    </div>
  );
}

function Said({ words, comment: { id, kind, name, body, at } }: { words: Words; comment: ResponseComment }) {
  return (
    <article className="comment" id={`c-${id}`}>
      <p className="who">
        <strong>{name === null ? words.t("response.aReader") : <bdi>{name}</bdi>}</strong>
        {kind !== null && <Kind kind={kind} words={words} />}
        <a href={words.to(commentPath(id))}>
          <time dateTime={at}>{words.day(at)}</time>
        </a>
      </p>
      <CommentBody words={words} body={body} />
    </article>
  );
}

function Contributors({ words, view: { contributors, others } }: { words: Words; view: ResponseView }) {
  return (
    <section aria-labelledby="contributors">
      <h2 className="rule" id="contributors">
        {words.t("response.contributors")}
      </h2>
      <p>
        {contributors.map((name, at) => (
          <span key={name}>
            {at > 0 && (words.language === "zh" ? "、" : ", ")}
            <bdi>{name}</bdi>
          </span>
        ))}{" "}
        {words.t(contributors.length === 0 ? "response.onlyOthers" : "response.others", { count: others })}
      </p>
    </section>
  );
}
