import type { NewerView } from "../../../server/assignments/newer";
import { groupPath } from "../assignments/paths";
import { ErrorAbove } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { assignmentSettingsPath, comparePath, revisionPath } from "../paths";
import type { Words } from "../words";
import { GradesFrame } from "./frame";
import { assignmentRevisionPath } from "./paths";

type Props = { words: Words; reader: { name: string }; view: NewerView; done: string | null; error: FormError | null };
type Part = Pick<Props, "words" | "view">;

/** Which revision a class reads, whether there is a newer one, and what taking it would do to what was said. */
export function RevisionPage({ words, reader, view, done, error }: Props) {
  const { work, article, reads, follows, newer, report, doubtful } = view;
  const title = words.t("assignments.newer.title");
  return (
    <GradesFrame words={words} reader={reader} work={work} place="revision" title={title} documentTitle={formTitle(words, title, error)} path={assignmentRevisionPath(work.id)} done={done}>
      <ErrorAbove fields={[]} error={error} />
      <p className="lead">
        {words.t.rich("assignments.newer.reads", {
          revision: reads,
          link: (chunks) => (
            <a key="link" href={words.to(revisionPath(article.slug, reads))}>
              {chunks}
            </a>
          ),
        })}
      </p>
      <p className="hint">
        {words.t(follows ? (view.isGraded ? "assignments.newer.followsNoMore" : "assignments.newer.follows") : "assignments.newer.stays")} {work.canChange && <a href={words.to(assignmentSettingsPath(work.id))}>{words.t("assignments.newer.change")}</a>}
      </p>
      {newer.length === 0 && <p>{words.t("assignments.newer.none")}</p>}
      {newer.length > 0 && <Newer words={words} view={view} />}
      {report && <Report words={words} view={view} report={report} />}
      {doubtful.length > 0 && <Doubtful words={words} view={view} />}
    </GradesFrame>
  );
}

/** Who made them, when and why, the newest first. */
function Newer({ words, view: { newer, article, reads } }: Part) {
  return (
    <section aria-labelledby="newer">
      <h2 className="rule" id="newer">
        {words.t("assignments.newer.heading")}
      </h2>
      <ul className="ledger">
        {newer.map(({ number, at, by, why }) => (
          <li key={number}>
            <a href={words.to(revisionPath(article.slug, number))}>{words.t("article.revision", { revision: number })}</a>
            <span className="facts">
              <time dateTime={at}>{words.day(at)}</time>
              {by !== null && <span>{words.t.rich("revisions.by", { name: () => <bdi key="name">{by}</bdi> })}</span>}
            </span>
            {why !== null && (
              <span className="body" dir="auto">
                {why}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="row">
        <a href={words.to(comparePath(article.slug, reads, newer[0]?.number ?? reads))}>{words.t("assignments.newer.compare", { revision: reads })}</a>
      </p>
    </section>
  );
}

/** Only what would happen is said. */
function Report({ words, view, report: { to, threads, counts, lost } }: Part & { report: NonNullable<NewerView["report"]> }) {
  const told = (["exact", "moved", "changed", "needs-you", "removed"] as const).filter((one) => counts[one] > 0);
  return (
    <section aria-labelledby="report">
      <h2 className="rule" id="report">
        {words.t("assignments.newer.report", { revision: to })}
      </h2>
      <p>{words.t("assignments.newer.threads", { count: threads })}</p>
      {told.length > 0 && (
        <ul>
          {told.map((one) => (
            <li key={one}>{words.t(`assignments.newer.counts.${one}`, { count: counts[one] })}</li>
          ))}
        </ul>
      )}
      {lost.length > 0 && (
        <>
          <p>{words.t("assignments.newer.lost", { count: lost.length })}</p>
          <ul className="ledger">
            {lost.map(({ text, was }) => (
              <li key={`${was} ${text}`}>
                <bdi className="body">{text}</bdi> <span className="quiet">¶ {was}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="hint">
        {words.t("assignments.newer.stay")} {view.isGraded && words.t("assignments.newer.graded")}
      </p>
      {view.work.canChange && (
        <form method="post" action={words.to("/forms/assignments.takeNewer")}>
          <HiddenFields hidden={{ assignment: view.work.id, version: String(view.version), revision: String(to) }} />
          <p className="row">
            <button className="button main" type="submit">
              {words.t("assignments.newer.take", { revision: to })}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}

/** After it was taken: what a teacher may want to look at. */
function Doubtful({ words, view: { work, doubtful } }: Part) {
  return (
    <section aria-labelledby="doubtful">
      <h2 className="rule" id="doubtful">
        {words.t("assignments.newer.doubtful")}
      </h2>
      <p className="hint">{words.t("assignments.newer.doubtfulSays")}</p>
      <ul className="ledger">
        {doubtful.map(({ thread, block, group, says }) => (
          <li key={thread}>
            <a href={words.to(`${groupPath(work.id, group)}/threads/${thread}`)}>
              <bdi>{says}</bdi>
            </a>{" "}
            <span className="quiet">¶ {block}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
