import type { ClassPageView } from "../../../server/classes/queries";
import { Icon } from "../icon";
import { assignmentPath } from "../assignments/paths";
import { assignmentSettingsPath, classPath, recordPath, withQuery } from "../paths";
import type { Words } from "../words";
import { dueSaid } from "./due";
import { ClassFrame, Pages } from "./frame";

type Props = { words: Words; reader: { name: string }; of: ClassPageView; after: string | null; done: string | null };

/** A class: what is set in it, and for its teachers who is in it. */
export function ClassPage({ words, reader, of, after, done }: Props) {
  const path = classPath(of.id);
  return (
    <ClassFrame words={words} reader={reader} of={of} role={of.me.role} place="overview" title={of.name} path={path} done={done}>
      <p className="facts">
        <span className="with-icon">
          <Icon name="lock" /> {words.t("classes.private")}
        </span>
        {of.term !== null && <bdi>{of.term}</bdi>}
        <span>{words.t(`classes.roles.${of.me.role}`)}</span>
        {of.isClosed && <span>{words.t("classes.closed")}</span>}
        {of.me.role === "teacher" && <a href={words.to(classPath(of.id, "end"))}>{words.t("terms.end.keptShort", { day: words.day(of.retainUntil) })}</a>}
      </p>
      {of.reports !== null && of.reports > 0 && (
        <p className="notice">
          <a href={words.to(classPath(of.id, "reports"))}>{words.t("classes.reports.waits", { count: of.reports })}</a>
        </p>
      )}
      <section aria-labelledby="work">
        <h2 className="rule" id="work">
          {words.t("classes.work.title")}
        </h2>
        {of.assignments.length === 0 && <p className="quiet">{words.t(of.teaches ? "classes.work.none" : "classes.work.noneStudent")}</p>}
        <ul className="ledger">
          {of.assignments.map((one) => (
            <Work key={one.id} words={words} classId={of.id} one={one} teaches={of.teaches} mayChange={of.me.role === "teacher" && !of.isClosed} />
          ))}
        </ul>
        {of.me.role === "teacher" && !of.isClosed && (
          <p className="row">
            <a className="button main" href={words.to(classPath(of.id, "assignments/new"))}>
              {words.t("classes.work.new")}
            </a>
          </p>
        )}
        <Pages words={words} next={of.next === null ? null : withQuery(words.to(path), { after: of.next })} first={after === null ? null : words.to(path)} more={words.t("classes.work.more")} />
      </section>
      {of.me.role === "student" && (
        <p>
          <a href={words.to(recordPath(of.id, null))}>{words.t("terms.record.own")}</a>
        </p>
      )}
      {of.people !== null && <People words={words} of={of} people={of.people} />}
    </ClassFrame>
  );
}

function Work({ words, classId, one, teaches, mayChange }: { words: Words; classId: string; one: ClassPageView["assignments"][number]; teaches: boolean; mayChange: boolean }) {
  return (
    <li>
      <span>
        <a href={words.to(one.isSet || !mayChange ? assignmentPath(one.id) : assignmentSettingsPath(one.id))}>
          <bdi>{one.title}</bdi>
        </a>{" "}
        {!one.isSet && <span className="tag warn">{words.t("classes.work.draft")}</span>}
      </span>
      <span className="facts">
        <bdi lang={one.language}>{one.article}</bdi>
        {teaches && one.opensAt !== null && <span>{words.t("classes.work.opens", { at: words.inZone(one.opensAt, one.timeZone) })}</span>}
        {dueSaid(words, one.due, one.timeZone).map((says) => (
          <span key={says}>{says}</span>
        ))}
        {!teaches && <span>{words.t("classes.work.own", { count: one.own })}</span>}
        {mayChange && (
          <span>
            <a href={words.to(assignmentSettingsPath(one.id))} aria-label={`${words.t("classes.work.settings")}: ${one.title}`}>
              {words.t("classes.work.settings")}
            </a>
          </span>
        )}
        {mayChange && (
          <span>
            <a href={words.to(withQuery(classPath(classId, "assignments/new"), { from: one.id }))} aria-label={`${words.t("classes.work.copy")}: ${one.title}`}>
              {words.t("classes.work.copy")}
            </a>
          </span>
        )}
      </span>
    </li>
  );
}

function People({ words, of, people }: { words: Words; of: ClassPageView; people: NonNullable<ClassPageView["people"]> }) {
  const path = words.to(classPath(of.id, "people"));
  return (
    <section aria-labelledby="people">
      <h2 className="rule" id="people">
        <a href={path}>{words.t("classes.people.title")}</a>
      </h2>
      <p>{words.t("classes.people.counts", people)}</p>
      {people.students === 0 && <p className="quiet">{words.t("classes.people.nobodyStudents")}</p>}
      <ul className="ledger">
        {of.sections.map(({ id, name, people: count }) => (
          <li key={id}>
            <span>
              <a href={withQuery(path, { section: id })}>
                <bdi>{name}</bdi>
              </a>
            </span>
            <span>{words.number(count)}</span>
          </li>
        ))}
      </ul>
      {of.me.role === "teacher" && !of.isClosed && (
        <p className="row">
          <a className="button" href={words.to(classPath(of.id, "roster"))}>
            {words.t("classes.places.roster")}
          </a>
          <a className="button" href={words.to(classPath(of.id, "codes"))}>
            {words.t("classes.codes.new")}
          </a>
        </p>
      )}
    </section>
  );
}
