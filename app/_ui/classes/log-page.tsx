import type { ReactNode } from "react";
import type { AdministratorsLogView, AllClassesView, ClassLogView } from "../../../server/classes/log";
import { AdministrationFrame } from "../administration/frame";
import { classPath, withQuery } from "../paths";
import type { Words } from "../words";
import { ClassFrame, Pages } from "./frame";

type Props = { words: Words; reader: { name: string }; view: ClassLogView; after: number | null };

/** Who read, exported or changed what for others: for the teachers of the class. */
export function ClassLogPage({ words, reader, view, after }: Props) {
  const path = classPath(view.class.id, "log");
  return (
    <ClassFrame words={words} reader={reader} of={view.class} role="teacher" place="log" title={words.t("classes.log.title")} path={path}>
      <Rows words={words} view={view} path={path} after={after} />
    </ClassFrame>
  );
}

/** The same for administrators. */
export function AdministrationClassLogPage({ words, reader, view, after }: Omit<Props, "view"> & { view: AdministratorsLogView }) {
  const path = administrationClassPath(view.class.id);
  return (
    <AdministrationFrame words={words} reader={reader} title={words.t("classes.all.of", { name: view.class.by })} path={path} place="classes">
      <Rows words={words} view={view} path={path} after={after} />
    </AdministrationFrame>
  );
}

function administrationClassPath(id: string): string {
  return `/administration/classes/${id}`;
}

function Rows({ words, view, path, after }: { words: Words; view: Pick<ClassLogView, "rows" | "next"> & { class: { timeZone: string } }; path: string; after: number | null }): ReactNode {
  return (
    <>
      <p className="lead">{words.t("classes.log.lead")}</p>
      {view.rows.length === 0 && <p className="quiet">{words.t("classes.log.none")}</p>}
      <ul className="ledger">
        {view.rows.map((row) => (
          <li key={row.order}>
            <span>
              <bdi>{row.name ?? row.by ?? words.t(row.what === "report.read" ? "classes.log.moderator" : "classes.log.system")}</bdi>: {words.t(row.what === "report.read" ? "classes.log.objection" : `classes.log.what.${row.what}`)}
            </span>
            <time dateTime={row.at}>{words.inZone(row.at, view.class.timeZone)}</time>
            {row.why !== null && <bdi className="body">{row.why}</bdi>}
          </li>
        ))}
      </ul>
      <Pages words={words} next={view.next === null ? null : withQuery(words.to(path), { after: String(view.next) })} first={after === null ? null : words.to(path)} more={words.t("classes.log.more")} />
    </>
  );
}

/** The classes there are, with counts; never what is in them. */
export function AllClassesPage({ words, reader, view, after }: { words: Words; reader: { name: string }; view: AllClassesView; after: string | null }) {
  const path = "/administration/classes";
  return (
    <AdministrationFrame words={words} reader={reader} title={words.t("classes.all.title")} path={path} place="classes">
      <p className="lead">{words.t("classes.all.lead")}</p>
      {view.classes.length === 0 && <p className="quiet">{words.t("classes.all.none")}</p>}
      <ul className="ledger">
        {view.classes.map((one) => (
          <li key={one.id}>
            <span>
              <a href={words.to(administrationClassPath(one.id))}>
                <bdi>{words.t("classes.all.of", { name: one.by })}</bdi>
              </a>
            </span>
            <span className="facts">
              <span>{words.t("classes.all.people", { count: one.people })}</span>
              <span>{words.t("classes.all.work", { count: one.work })}</span>
              <span>{words.t("classes.all.made", { day: words.day(one.createdAt) })}</span>
              <span>{words.t("classes.all.kept", { day: words.day(one.retainUntil) })}</span>
              {one.isClosed && <span>{words.t("classes.closed")}</span>}
            </span>
          </li>
        ))}
      </ul>
      <Pages words={words} next={view.next === null ? null : withQuery(words.to(path), { after: view.next })} first={after === null ? null : words.to(path)} more={words.t("classes.all.more")} />
    </AdministrationFrame>
  );
}
