import type { CopiedPart } from "../../../domain/classroom/copying";
import type { WrittenCopy } from "../../_asking/copy-wish";
import { Field } from "../field";
import type { FormError } from "../form-error";
import type { Words } from "../words";
import { Select } from "./class-form-page";

/** What comes along, and when its dates are then. */
export function CopyChoices({ words, parts, written, error }: { words: Words; parts: readonly CopiedPart[]; written: WrittenCopy; error: FormError | null }) {
  const { t } = words;
  return (
    <>
      <input type="hidden" name="chosen" value="1" />
      <fieldset className="kinds">
        <legend>{t("terms.copy.parts")}</legend>
        <div className="choices tall">
          {parts.map((part) => (
            <label key={part}>
              <input type="checkbox" name="parts" value={part} defaultChecked={written.parts.includes(part)} />
              <span>{t(`terms.copy.part.${part}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="kinds">
        <legend>{t("terms.copy.dates")}</legend>
        <div className="choices tall">
          {(["empty", "moved"] as const).map((dates) => (
            <label key={dates}>
              <input type="radio" name="dates" value={dates} defaultChecked={written.dates === dates} />
              <span>{t(`terms.copy.date.${dates}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="row">
        <Field name="number" inputMode="numeric" size={6} label={t("terms.copy.number")} error={error} defaultValue={written.number} />
        <Select name="unit" label={t("terms.copy.unit")} error={error} chosen={written.unit} options={{ weeks: t("terms.copy.units.weeks"), days: t("terms.copy.units.days") }} />
      </div>
    </>
  );
}
