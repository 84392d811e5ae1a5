import type { ImportStatus } from "../../../server/importing/queries";
import { Document } from "../document";
import { withQuery } from "../paths";
import type { Words } from "../words";
import { importRefusal } from "./import-refusal";

/** Without a script the page is asked for again so often: no sooner than somebody could read it. */
const REFRESH_SECONDS = 2;

/** An import somebody waits for: how far it is, or why it ended. */
export function ImportPage({ words, reader, id, status }: { words: Words; reader: { name: string } | null; id: string; status: ImportStatus }) {
  const why = importRefusal(words, status);
  const { phase, done, total, what } = status;
  return (
    <Document words={words} title={words.t("editor.importTitle")} path={`/editor/imports/${id}`} noindex reader={reader} script="editor.js" refresh={why === null ? REFRESH_SECONDS : undefined}>
      <div className="work narrow">
        <h1>{words.t("editor.importTitle")}</h1>
        {what !== "" && <p className="lead">{words.t.rich("editor.importWhat", { what: () => <bdi key="what">{what}</bdi> })}</p>}
        <div data-importing={why === null ? "" : undefined} role={why === null ? "status" : undefined}>
          <p>{words.t(`editor.phases.${phase}`)}</p>
          {why === null ? (
            <>
              <progress aria-label={words.t(`editor.phases.${phase}`)} value={total === null ? undefined : done} max={total === null ? undefined : Math.max(1, total)} />
              {total !== null && <p className="quiet">{words.t("editor.howFar", { done, total })}</p>}
              <p className="quiet">{words.t("editor.importWaits")}</p>
            </>
          ) : (
            <p className="error" role="alert">
              <span>{why}</span>
            </p>
          )}
        </div>
        {why !== null && (
          <p className="row">
            <a className="button" href={withQuery(words.to("/editor"), { url: /^https?:/i.test(what) ? what : undefined })}>
              {words.t("editor.again")}
            </a>
          </p>
        )}
      </div>
    </Document>
  );
}
