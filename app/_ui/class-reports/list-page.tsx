import type { ClassReportsView } from "../../../server/class-reports/queries";
import type { Done } from "../../../server/moderation/done";
import { ClassFrame, Pages } from "../classes/frame";
import { markdownText } from "../markdown";
import { ageSaid, groundSaid, phaseSaid } from "../moderation/said";
import { classCasePath, classPath, withQuery } from "../paths";
import type { Words } from "../words";
import { ClassDone } from "./done";

type Props = { words: Words; now: Date; reader: { name: string }; view: ClassReportsView; after: string | null; done: Done | null; says: string | null };

/** What waits for those who teach a class, the most urgent first. */
export function ClassReportsPage({ words, now, reader, view, after, done, says }: Props) {
  const { class: of, role, items, next } = view;
  const path = classPath(of.id, "reports");
  return (
    <ClassFrame words={words} reader={reader} of={of} role={role} place="reports" title={words.t("classes.reports.title")} path={path} done={says}>
      {done && <ClassDone words={words} classId={of.id} done={done} />}
      <p className="lead">{words.t("classes.reports.lead")}</p>
      {items.length === 0 && <p className="quiet">{words.t("classes.reports.none")}</p>}
      <ul className="ledger">
        {items.map((one) => (
          <li key={one.id} data-item={one.id}>
            <span>
              <a href={words.to(classCasePath(of.id, one.id))} dir="auto">
                {markdownText(one.beginning)}
              </a>{" "}
              {one.urgency === "now" && <span className="tag grave">{words.t("moderation.queue.tags.now")}</span>} {one.isHeld && <span className="tag">{words.t("moderation.queue.tags.held")}</span>} {!one.isHeld && one.isHidden && <span className="tag">{words.t("moderation.queue.tags.hidden")}</span>}
            </span>
            <span className="facts">
              <bdi>{one.name ?? words.t("classes.reports.student")}</bdi>
              <span>{one.isHeld && one.phase ? phaseSaid(words, one.phase) : groundSaid(words, one.ground)}</span>
              {one.reports > 0 && <span>{words.t("moderation.queue.reports", { count: one.reports })}</span>}
              <bdi>{one.work}</bdi>
              <time dateTime={one.waitsSince}>{ageSaid(words, one.waitsSince, now)}</time>
            </span>
          </li>
        ))}
      </ul>
      <Pages words={words} next={next === null ? null : withQuery(words.to(path), { after: next })} first={after === null ? null : words.to(path)} more={words.t("classes.reports.more")} />
      <p className="row">
        <a href={words.to(classPath(of.id, "moderation-log"))}>{words.t("classes.reports.record")}</a>
      </p>
    </ClassFrame>
  );
}
