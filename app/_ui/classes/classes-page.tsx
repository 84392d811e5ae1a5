import type { ClassRole } from "../../../domain/classroom/terms";
import { Document } from "../document";
import { assignmentPath } from "../assignments/paths";
import { certificatesPath, classPath, joinPath, withQuery } from "../paths";
import type { Words } from "../words";
import { type DueView, dueSaid } from "./due";
import { Pages } from "./frame";

type ListedClass = { id: string; name: string; term: string | null; role: ClassRole; isClosed: boolean };
type Props = {
  words: Words;
  reader: { name: string };
  taught: ListedClass[];
  learnt: ListedClass[];
  due: { id: string; title: string; classId: string; timeZone: string; due: DueView }[];
  canOpen: boolean;
  next: string | null;
  after: string | null;
};

/** The reader's classes: what is due first, for that is what they came for. */
export function ClassesPage({ words, reader, taught, learnt, due, canOpen, next, after }: Props) {
  const isEmpty = taught.length + learnt.length === 0 && after === null;
  return (
    <Document words={words} title={words.t("classes.title")} path="/classes" noindex reader={reader}>
      <div className="work administration">
        <h1>{words.t("classes.title")}</h1>
        <p className="lead">{words.t("classes.lead")}</p>
        {isEmpty && (
          <>
            <h2 className="rule">{words.t("classes.noneTitle")}</h2>
            <p>{words.t(canOpen ? "classes.noneSays" : "classes.noneSaysClosed")}</p>
          </>
        )}
        <p className="row">
          {canOpen && (
            <a className={taught.length > 0 || isEmpty ? "button main" : "button"} href={words.to("/classes/new")}>
              {words.t("classes.make")}
            </a>
          )}
          <a className="button" href={words.to(joinPath())}>
            {words.t("classes.enterCode")}
          </a>
          <a href={words.to(certificatesPath())}>{words.t("terms.certificate.all")}</a>
        </p>
        {due.length > 0 && <Due words={words} due={due} classes={learnt} />}
        <List words={words} id="learnt" classes={learnt} />
        <List words={words} id="taught" classes={taught} />
        <Pages words={words} next={next === null ? null : withQuery(words.to("/classes"), { after: next })} first={after === null ? null : words.to("/classes")} more={words.t("classes.more")} />
      </div>
    </Document>
  );
}

function Due({ words, due, classes }: Pick<Props, "words" | "due"> & { classes: ListedClass[] }) {
  return (
    <section aria-labelledby="due">
      <h2 className="rule" id="due">
        {words.t("classes.due")}
      </h2>
      <ul className="ledger">
        {due.map((one) => (
          <li key={one.id}>
            <span>
              <a href={words.to(assignmentPath(one.id))}>
                <bdi>{one.title}</bdi>
              </a>
            </span>
            <span className="facts">
              <bdi>{classes.find(({ id }) => id === one.classId)?.name}</bdi>
              {dueSaid(words, one.due, one.timeZone).map((says) => (
                <span key={says}>{says}</span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function List({ words, id, classes }: { words: Words; id: "taught" | "learnt"; classes: ListedClass[] }) {
  if (classes.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 className="rule" id={id}>
        {words.t(`classes.${id}`)}
      </h2>
      <ul className="ledger">
        {classes.map((one) => (
          <li key={one.id}>
            <span>
              <a href={words.to(classPath(one.id))}>
                <bdi>{one.name}</bdi>
              </a>
            </span>
            <span className="facts">
              {one.term !== null && <bdi>{one.term}</bdi>}
              {one.role === "assistant" && <span>{words.t("classes.roles.assistant")}</span>}
              {one.isClosed && <span>{words.t("classes.closed")}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
