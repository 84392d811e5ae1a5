import type { RecordView } from "../../../server/classes/record";
import { ClassFrame, Pages } from "../classes/frame";
import { recordPath, withQuery } from "../paths";
import type { Words } from "../words";
import { RecordBody, RecordHead } from "./record-body";

/** A student's record as a page, to read and to print. */
export function RecordPage({ words, reader, view, after }: { words: Words; reader: { name: string }; view: RecordView; after: string | null }) {
  const { student, class: of, isOwn, next, isCut } = view;
  const place = isOwn ? null : student.id;
  const title = isOwn ? words.t("terms.record.own") : words.t("terms.record.of", { name: student.name });
  const path = recordPath(of.id, place);
  return (
    <ClassFrame words={words} reader={reader} of={of} role={view.role} place="people" title={title} path={path}>
      <RecordHead view={view} />
      <p className="row noprint">
        <a className="button" href={words.to(recordPath(of.id, place, ".html"))}>
          {words.t("terms.record.file")}
        </a>
      </p>
      <p className="hint noprint">{words.t(isOwn ? "terms.record.ownSays" : "terms.record.says")}</p>
      {isCut && <p className="notice">{words.t("terms.record.cut")}</p>}
      {view.works.length === 0 && <p className="quiet">{words.t("terms.record.noWork")}</p>}
      <RecordBody words={words} works={view.works} />
      <Pages words={words} next={next === null ? null : withQuery(words.to(path), { after: next })} first={after === null ? null : words.to(path)} more={words.t("classes.work.more")} />
    </ClassFrame>
  );
}
