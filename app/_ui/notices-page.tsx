import type { NoticeView } from "../../server/notices/queries";
import { Document } from "./document";
import { HiddenFields } from "./hidden-fields";
import { groundSays } from "./moderation/ground-says";
import { assignmentPath } from "./assignments/paths";
import { itemPath } from "./moderation/queue-paths";
import { articlePath, certificatePath, classPath, commentPath, decisionPath, noticesPath } from "./paths";
import type { Words } from "./words";

type Props = { words: Words; reader: { name: string }; notices: readonly NoticeView[]; unread: number; until: string; next: string | null; after: string | null };

/** What a member was told, the newest first. */
export function NoticesPage({ words, reader, notices, unread, until, next, after }: Props) {
  return (
    <Document words={words} title={words.t("ownNotices.title")} path="/me/notices" noindex reader={reader}>
      <div className="work narrow">
        <h1>{words.t("ownNotices.title")}</h1>
        <p className="lead">{words.t("ownNotices.lead")}</p>
        {unread > 0 && (
          <form className="row" method="post" action={words.to("/forms/notices.markAll")}>
            <HiddenFields hidden={{ until }} />
            <button className="button" type="submit">
              {words.t("ownNotices.markAll")}
            </button>
          </form>
        )}
        {notices.length === 0 && <p className="quiet">{words.t("ownNotices.none")}</p>}
        <ul className="ledger notices">
          {notices.map((notice) => (
            <li key={notice.id} data-notice={notice.kind}>
              <a href={words.to(pathOf(notice))}>{says(words, notice)}</a>
              {notice.isUnread && <span className="new">{words.t("ownNotices.unread")}</span>}
              <span className="facts says">
                {notice.article && (
                  <span>
                    <a href={words.to(articlePath(notice.article.slug))} lang={notice.article.language}>
                      <bdi>{notice.article.title}</bdi>
                    </a>
                  </span>
                )}
                {notice.ground !== null && notice.kind === "decided" && <span>{groundSays(words, notice.ground)}</span>}
                <time dateTime={notice.at}>{words.minute(notice.at)}</time>
              </span>
            </li>
          ))}
        </ul>
        <p className="row">
          {next !== null && (
            <a className="button" rel="next" href={words.to(noticesPath({ after: next }))}>
              {words.t("ownNotices.more")}
            </a>
          )}
          {after !== null && <a href={words.to(noticesPath())}>{words.t("pages.first")}</a>}
        </p>
      </div>
    </Document>
  );
}

function says(words: Words, { kind, act, about }: NoticeView): string {
  return words.t(`ownNotices.kinds.${kind}`, { act: act ?? "other", about: about ?? "other" });
}

/** Reports lead to the comment, questions of moderators to the queue, a class's to its work, all else to the statement. */
function pathOf({ kind, subject }: NoticeView): string {
  if (kind === "asked") return itemPath(subject);
  if (kind === "class-waits") return classPath(subject, "reports");
  if (kind === "name-revealed" || kind === "dates-changed" || kind === "group-changed" || kind === "text-changed") return assignmentPath(subject);
  if (kind === "class-certificate") return certificatePath(subject);
  if (kind === "class-ends-soon" || kind === "class-ending") return classPath(subject, "end");
  return kind === "report-upheld" || kind === "report-declined" || kind === "report-taken-back" ? commentPath(subject) : decisionPath(subject);
}
