import { canModerate } from "../../domain/moderation/authority";
import type { Restriction } from "../../domain/moderation/decision";
import type { Role } from "../../domain/permissions";
import { ConfirmAddress } from "./account-page";
import { Document } from "./document";
import { HiddenFields } from "./hidden-fields";
import { MutedList, type MutedView } from "./muted-list";
import { changedPath, commentPath, heldPath, noticesPath, ownReportsPath, withQuery } from "./paths";
import type { Words } from "./words";

export type OwnComment = { id: string; at: string; beginning: string; restriction: Restriction | null; decision: string | null; article: { slug: string; title: string; language: string } };

export type MeProps = {
  words: Words;
  me: { name: string; displayName: string | null; role: Role; email: string | null; confirmed: boolean; notices: number };
  comments: OwnComment[];
  /** Cursors: of the next page, and of this one (null on the first). */
  next: string | null;
  after: string | null;
  /** Whether they edit articles. */
  edits?: boolean;
  muted: MutedView[];
  moreMuted: string | null;
  /** Every form on the page carries these. */
  hidden: Record<string, string>;
  /** Under so many of their comments the text changed; `more`: at least. */
  changed: { count: number; more: boolean };
  /** So many of their comments, or more, have been seen by nobody else yet. */
  waiting?: number;
};

export function MePage({ words, me, edits = false, comments, next, after, muted, moreMuted, hidden, changed, waiting = 0 }: MeProps) {
  return (
    <Document words={words} title={words.t("me.title")} path="/me" noindex reader={me}>
      <div className="work">
        <h1>
          <bdi>{me.displayName ?? me.name}</bdi>
        </h1>
        <p className="facts">
          {me.displayName !== null && <bdi>{me.name}</bdi>}
          <span>{words.t(`roles.${me.role}`)}</span>
          {me.email !== null && <span>{me.email}</span>}
        </p>
        <p className="row">
          <a href={words.to(noticesPath())}>{words.t("ownNotices.link", { count: me.notices })}</a>
          <a href={words.to("/classes")}>{words.t("classes.title")}</a>
          <a href={words.to("/me/drafts")}>{words.t("me.drafts")}</a>
          <a href={words.to(ownReportsPath())}>{words.t("report.mine")}</a>
          <a href={words.to("/me/account")}>{words.t("me.account")}</a>
          {me.role === "administrator" && <a href={words.to("/administration")}>{words.t("administration.title")}</a>}
          {canModerate(me) && <a href={words.to("/moderation")}>{words.t("moderation.queue.title")}</a>}
          {edits && <a href={words.to("/editor")}>{words.t("editor.link")}</a>}
        </p>
        {changed.count > 0 && (
          <p className="notice">
            <a href={words.to(changedPath())}>{words.t(changed.more ? "changed.linkMore" : "changed.link", { count: changed.count })}</a>
          </p>
        )}
        {waiting > 0 && (
          <p className="notice">
            <a href={words.to(heldPath())}>{words.t("held.link")}</a>
          </p>
        )}
        {me.email !== null && !me.confirmed && <ConfirmAddress words={words} />}
        <form className="row" method="post" action={words.to("/forms/sign-out")}>
          <HiddenFields hidden={hidden} />
          <button className="button" type="submit">
            {words.t("me.signOut")}
          </button>
        </form>
        <OwnComments words={words} comments={comments} next={next} after={after} />
        <MutedList words={words} muted={muted} next={moreMuted} />
      </div>
    </Document>
  );
}

function OwnComments({ words, comments, next, after }: Pick<MeProps, "words" | "comments" | "next" | "after">) {
  return (
    <section aria-labelledby="own">
      <h2 className="rule" id="own">
        {words.t("me.comments")}
      </h2>
      {comments.length === 0 && <p className="quiet">{words.t("me.noComments")}</p>}
      <ul className="ledger">
        {comments.map((comment) => (
          <li key={comment.id}>
            <a href={words.to(comment.restriction === "hidden" ? heldPath(comment.id) : comment.restriction === "removed" ? `/decisions/${comment.decision}` : commentPath(comment.id))} dir="auto">
              {comment.beginning}
            </a>
            <span className="facts">
              {comment.restriction !== null && <span className="tag">{words.t(`me.states.${comment.restriction}`)}</span>}
              <bdi lang={comment.article.language}>{comment.article.title}</bdi>
              <time dateTime={comment.at}>{words.day(comment.at)}</time>
            </span>
          </li>
        ))}
      </ul>
      <p className="row">
        {next !== null && (
          <a className="button" rel="next" href={withQuery(words.to("/me"), { after: next })}>
            {words.t("me.moreComments")}
          </a>
        )}
        {after !== null && <a href={words.to("/me")}>{words.t("pages.first")}</a>}
      </p>
    </section>
  );
}
