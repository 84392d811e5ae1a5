import { copiedParts } from "../../../domain/classroom/copying";
import type { ClassToCopy } from "../../../server/classes/copy";
import type { WrittenCopy } from "../../_asking/copy-wish";
import { ErrorAbove } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { classPath } from "../paths";
import type { Words } from "../words";
import { CLASS_FIELDS, ClassFields, type WrittenClass } from "./class-form-page";
import { CopyChoices } from "./copy-choices";
import { ClassFrame } from "./frame";

type Props = { words: Words; reader: { name: string }; view: ClassToCopy; written: WrittenClass; copy: WrittenCopy; error: FormError | null };

/** A class for the next term: chosen, looked at, and made. */
export function CopyClassPage({ words, reader, view, written, copy, error }: Props) {
  const title = words.t("terms.copy.classTitle", { name: view.class.name });
  const path = classPath(view.class.id, "copy");
  return (
    <ClassFrame words={words} reader={reader} of={view.class} role="teacher" place="end" title={title} documentTitle={formTitle(words, title, error)} path={path}>
      <p className="lead">{words.t("terms.copy.classLead")}</p>
      <form className="fields" method="post" action={words.to("/forms/classes.copy")}>
        <HiddenFields hidden={{ class: view.class.id }} />
        <ErrorAbove fields={[...CLASS_FIELDS, "number"]} error={error} />
        <ClassFields words={words} written={written} error={error} />
        <CopyChoices words={words} parts={copiedParts} written={copy} error={error} />
        <div className="row">
          <button className="button" type="submit" formMethod="get" formAction={words.to(path)} formNoValidate>
            {words.t("terms.copy.preview")}
          </button>
          <button className="button main" type="submit">
            {words.t("terms.copy.class")}
          </button>
        </div>
      </form>
      <Preview words={words} view={view} copy={copy} />
    </ClassFrame>
  );
}

function Preview({ words, view, copy }: Pick<Props, "words" | "view" | "copy">) {
  const { t } = words;
  return (
    <section aria-labelledby="preview">
      <h2 className="rule" id="preview">
        {t("terms.copy.previewTitle")}
      </h2>
      <p>{t("terms.copy.never")}</p>
      {copy.parts.includes("sections") && view.sections.length > 0 && <p>{t("terms.copy.sections", { names: words.list(view.sections) })}</p>}
      {copy.parts.includes("assistants") && view.assistants.length > 0 && <p>{t("terms.copy.assistants", { names: words.list(view.assistants) })}</p>}
      {view.works.length === 0 && <p className="quiet">{t("terms.copy.noWork")}</p>}
      <ol className="ledger">
        {view.works.map((work) => (
          <Work key={work.from} words={words} work={work} timeZone={view.timeZone} />
        ))}
      </ol>
    </section>
  );
}

const DATES = ["opensAt", "commentsDueAt", "repliesDueAt", "cutOffAt"] as const;

function Work({ words, work, timeZone }: { words: Words; work: ClassToCopy["works"][number]; timeZone: string }) {
  const { t } = words;
  const dates = DATES.flatMap((name) => (work.dates[name] === null ? [] : [`${t(`classes.work.form.${name}`)}: ${words.inZone(work.dates[name], timeZone)}`]));
  const notes = work.isGone
    ? [t("terms.copy.gone")]
    : [
        ...(dates.length > 0 ? dates : work.needsDates ? [t("terms.copy.datesFirst")] : []),
        ...(work.leaps ? [t("terms.copy.leaps")] : []),
        ...(work.prompts > 0 ? [t("terms.copy.prompts", { count: work.prompts })] : []),
        ...(work.lost > 0 ? [t("terms.copy.lost", { count: work.lost })] : []),
        ...(work.isNewer ? [t("terms.copy.newer", { revision: work.article.revision })] : []),
        ...(work.gate === "none" ? [] : [t("terms.copy.gate", { gate: t(`classes.work.form.gates.${work.gate}`) })]),
        ...(work.hasPseudonyms ? [t("terms.copy.pseudonyms")] : []),
        ...(work.hasRule ? [t("terms.copy.rule")] : []),
      ];
  return (
    <li>
      <span>
        <bdi>{work.title}</bdi> {work.isGone ? <span className="tag warn">{t("terms.copy.leftOut")}</span> : <span className="tag warn">{t("classes.work.draft")}</span>}
      </span>
      <span className="facts">
        <bdi lang={work.article.language}>{work.article.title}</bdi>
        {notes.map((says) => (
          <span key={says}>{says}</span>
        ))}
      </span>
    </li>
  );
}
