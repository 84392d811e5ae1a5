import { isHouseRule } from "../../../domain/moderation/house-rules";
import type { StatementView } from "../../../server/decisions/statement";
import { CommentBody } from "../comment-body";
import { articlePath, commentPath, decisionPath, threadPath } from "../paths";
import type { Words } from "../words";
import { groundSays } from "./ground-says";

type Props = { words: Words; statement: StatementView };

/** What the decision is called, to its member and to others: of a comment and of a member "hold" is not the same. */
export function titleOf(words: Words, { act, subject, isMine, isOfClass }: Pick<StatementView, "act" | "subject" | "isMine" | "isOfClass">): string {
  if (!isMine) return words.t(`publicLog.acts.${act}`, { object: subject });
  if (isOfClass && act === "hold") return words.t("statement.inClass.holdTitle");
  return act === "hold" && subject === "member" ? words.t("statement.holdMember") : words.t(`statement.titles.${act}`);
}

/** A decision with all that is said of it, each with what it answers. */
export function Statement({ words, statement }: Props) {
  const { act, subject, article, reverses, reversedBy, isMine, isOfClass } = statement;
  // Who looks at a class's case on an objection sees that one decision.
  const mayFollow = isMine || !isOfClass;
  const isOnMember = act === "hold" && subject === "member";
  return (
    <dl className="statement">
      <dt>{words.t("statement.what")}</dt>
      <dd>
        <p>{words.t(isOnMember ? "statement.says.holdMember" : statement.isOfClass && (act === "approve" || act === "hide" || act === "hold") ? `statement.inClass.${act}` : `statement.says.${act}`)}</p>
        {article && (
          <p className="facts">
            <span>
              {statement.isOfClass ? (
                <bdi lang={article.language}>{article.title}</bdi>
              ) : (
                <a href={words.to(articlePath(article.slug))} lang={article.language}>
                  <bdi>{article.title}</bdi>
                </a>
              )}
            </span>
            <Where words={words} statement={statement} slug={article.slug} />
          </p>
        )}
        {reversedBy !== null && (
          <p className="notice">
            {words.t("statement.reversed")} {mayFollow && <a href={words.to(decisionPath(reversedBy))}>{words.t("statement.toReversal")}</a>}
          </p>
        )}
        {reverses !== null && mayFollow && (
          <p>
            <a href={words.to(decisionPath(reverses))}>{words.t("statement.toFirst")}</a>
          </p>
        )}
      </dd>
      <Ground words={words} statement={statement} />
      <Concerned words={words} statement={statement} />
      <How words={words} statement={statement} />
    </dl>
  );
}

function Where({ words, statement: { threadId, commentId, words: own, isOfClass, isMine }, slug }: Props & { slug: string }) {
  // A class's discussion is read on pages of its own, to which the comment leads whoever is of it.
  if (isOfClass) return isMine && commentId !== null ? wrapped(words.to(commentPath(commentId)), words.t("statement.toComment")) : null;
  if (own?.isPublic && commentId !== null) return wrapped(words.to(commentPath(commentId)), words.t("statement.toComment"));
  return threadId === null ? null : wrapped(words.to(threadPath(slug, threadId)), words.t("statement.toThread"));
}

/** The dot before it is not part of the link. */
function wrapped(href: string, says: string) {
  return (
    <span>
      <a href={href}>{says}</a>
    </span>
  );
}

function Ground({ words, statement: { ground, law, facts, isRedacted, isOfClass } }: Props) {
  const says = ground === null ? null : ground === "review" ? words.t(isOfClass ? "statement.inClass.review" : "statement.review") : groundSays(words, ground);
  return (
    <>
      {ground !== null && (
        <>
          <dt>{words.t("statement.ground")}</dt>
          <dd>
            <p>
              <strong>{ground === "law" && law ? words.t("statement.lawCited", { law }) : says}</strong>
            </p>
            {(isHouseRule(ground) || ground === "law") && <p className="quiet">{words.t(`moderation.rules.${ground}.says`)}</p>}
          </dd>
        </>
      )}
      {(facts !== "" || isRedacted) && (
        <>
          <dt>{words.t("statement.facts")}</dt>
          <dd className="told" dir="auto">
            {facts === "" ? <span className="quiet">{words.t("statement.redacted")}</span> : facts}
          </dd>
        </>
      )}
    </>
  );
}

function Concerned({ words, statement: { words: own, commentId, reversedBy, isOfClass } }: Props) {
  if (commentId === null || own?.isPublic || reversedBy !== null) return null;
  return (
    <>
      <dt>{words.t("statement.words")}</dt>
      <dd>
        {own === null ? (
          <p className="quiet">{words.t("statement.wordsGone")}</p>
        ) : (
          <>
            <CommentBody words={words} body={own.body} className="body sealed" />
            <p className="hint">{words.t(isOfClass ? "statement.inClass.wordsOnly" : "statement.wordsOnly")}</p>
          </>
        )}
      </dd>
    </>
  );
}

function How({ words, statement: { isAutomatic, caught, byRole, at, until, act } }: Props) {
  const how = isAutomatic ? (caught ? words.t("statement.automatic", { caught: words.t(`statement.caught.${caught.phase}`) }) : words.t("statement.byOperator")) : words.t("statement.byPerson", { role: byRole ?? "moderator" });
  const hasEnd = act === "hold" || act === "silence" || act === "suspend";
  return (
    <>
      <dt>{words.t("statement.how")}</dt>
      <dd>
        {how} {words.t("statement.decidedOn", { day: words.minute(at) })}
      </dd>
      {(until !== null || hasEnd) && (
        <>
          <dt>{words.t("statement.until")}</dt>
          <dd>{until === null ? words.t("statement.forGood") : words.t("statement.untilDay", { day: words.minute(until) })}</dd>
        </>
      )}
    </>
  );
}
