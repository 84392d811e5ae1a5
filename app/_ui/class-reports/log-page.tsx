import type { ClassModerationLog } from "../../../server/class-reports/log";
import { ClassFrame, Pages } from "../classes/frame";
import { groundSays } from "../moderation/ground-says";
import { actSays, whoSays } from "../moderation/log-row";
import { classCasePath, classPath, withQuery } from "../paths";
import type { Words } from "../words";

type Props = { words: Words; reader: { name: string }; view: ClassModerationLog; after: number | null };

/** Every decision in a class, as its chain has them: for those who teach it. */
export function ClassModerationLogPage({ words, reader, view, after }: Props) {
  const { class: of, role, rows, next } = view;
  const path = classPath(of.id, "moderation-log");
  return (
    <ClassFrame words={words} reader={reader} of={of} role={role} place="reports" title={words.t("classes.reports.log.title")} path={path}>
      <p className="lead">{words.t("classes.reports.log.lead")}</p>
      {rows.length === 0 && <p className="quiet">{words.t("classes.reports.log.none")}</p>}
      <ol className="ledger">
        {rows.map((row) => (
          <li key={row.order} id={`row-${row.order}`} data-act={row.act}>
            <span>
              <span className="num">{words.number(row.order)}</span> <strong>{actSays(words, row)}</strong>
              {row.commentId !== null && (
                <>
                  {" · "}
                  <a href={words.to(classCasePath(of.id, row.commentId))}>{words.t("classes.reports.log.case")}</a>
                </>
              )}
            </span>
            <span className="facts">
              <bdi>{row.name ?? whoSays(words, row)}</bdi>
              {row.ground !== null && <span>{groundSays(words, row.ground)}</span>}
              <time dateTime={row.at}>{words.inZone(row.at, of.timeZone)}</time>
            </span>
            {row.reason !== null && row.reason !== "" && (
              <p className="body" dir="auto">
                {row.reason}
              </p>
            )}
            <code className="quiet" title={words.t("publicLog.link")}>
              {row.link.slice(0, LINK_SHOWN)}
            </code>
          </li>
        ))}
      </ol>
      <Pages words={words} next={next === null ? null : withQuery(words.to(path), { after: String(next) })} first={after === null ? null : words.to(path)} more={words.t("classes.reports.log.more")} />
    </ClassFrame>
  );
}

/** Enough of a link to note and compare. */
const LINK_SHOWN = 16;
