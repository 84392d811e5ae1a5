import type { ArchiveView } from "../../../server/classes/archive";
import { ClassFrame } from "../classes/frame";
import { HiddenFields } from "../hidden-fields";
import { classPath } from "../paths";
import type { Words } from "../words";

/** What an archive holds, and the button that makes it. */
export function ArchivePage({ words, reader, view: { class: of, sums } }: { words: Words; reader: { name: string }; view: ArchiveView }) {
  const { t } = words;
  return (
    <ClassFrame words={words} reader={reader} of={of} role="teacher" place="end" title={t("terms.archive.title")} path={classPath(of.id, "archive")}>
      <p className="lead">{t("terms.archive.lead")}</p>
      <p>{t("terms.archive.sums", sums)}</p>
      <p className="hint">{t("terms.archive.names")}</p>
      <form method="post" action={words.to("/forms/classes.archive")}>
        <HiddenFields hidden={{ class: of.id }} />
        <div className="row">
          <button className="button main" type="submit">
            {t("terms.archive.make")}
          </button>
        </div>
      </form>
      <p className="hint">{t("terms.archive.logged")}</p>
    </ClassFrame>
  );
}
