import { partsOfAssignment } from "../../../domain/classroom/copying";
import type { WrittenCopy } from "../../_asking/copy-wish";
import { HiddenFields } from "../hidden-fields";
import { classPath } from "../paths";
import type { Words } from "../words";
import { Select } from "./class-form-page";
import { CopyChoices } from "./copy-choices";

type Props = {
  words: Words;
  /** That it is copied into. */
  classId: string;
  from: string;
  classes: readonly { id: string; name: string; term: string | null }[];
  copy: WrittenCopy;
  lost: readonly { text: string; was: number }[];
  leaps: boolean;
  hasRule: boolean;
};

/** What an assignment that is being copied brings along, and what it could not. */
export function CopiedAbove({ words, classId, from, classes, copy, lost, leaps, hasRule }: Props) {
  const { t } = words;
  return (
    <section aria-labelledby="copied">
      <h2 className="rule" id="copied">
        {t("terms.copy.title")}
      </h2>
      <p>{t("terms.copy.lead")}</p>
      {hasRule && <p>{t("terms.copy.rule")}</p>}
      {leaps && <p className="notice">{t("terms.copy.leaps")}</p>}
      {lost.length > 0 && (
        <div className="notice">
          <p>{t("terms.copy.lost", { count: lost.length })}</p>
          <ul>
            {lost.map(({ text, was }) => (
              <li key={`${was} ${text}`}>
                ¶ {words.number(was)}: <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      <details>
        <summary>{t("terms.copy.choose")}</summary>
        <form className="fields" method="get" action={words.to(classPath(classId, "assignments/new"))}>
          <HiddenFields hidden={{ from }} />
          <Select name="to" label={t("terms.copy.to")} error={null} chosen={classId} options={Object.fromEntries(classes.map(({ id, name, term }) => [id, term === null ? name : `${name}, ${term}`]))} />
          <CopyChoices words={words} parts={partsOfAssignment} written={copy} error={null} />
          <div className="row">
            <button className="button" type="submit">
              {t("terms.copy.again")}
            </button>
          </div>
        </form>
      </details>
    </section>
  );
}
