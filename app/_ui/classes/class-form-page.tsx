import { CLASS_NAME_LENGTH, endings } from "../../../domain/classroom/classes";
import { timeZones } from "../../../domain/opening";
import type { ClassWish } from "../../../server/classes/make";
import { ErrorUnder, Field } from "../field";
import type { FormError } from "../form-error";
import { FormPage } from "../form-page";
import type { Words } from "../words";

export type WrittenClass = ClassWish;
type Props = { words: Words; reader: { name: string }; written: WrittenClass; error: FormError | null };

export const CLASS_FIELDS = ["name", "term", "teacher", "timeZone", "endsWith", "retainUntil"];

/** What its maker decides of a class: also what becomes of it, before there is anything. */
export function ClassFormPage({ words, reader, written, error }: Props) {
  return (
    <FormPage words={words} title={words.t("classes.make")} path="/classes/new" action="/forms/classes.make" hidden={{}} fields={CLASS_FIELDS} error={error} submit={words.t("classes.form.submit")} reader={reader}>
      <ClassFields words={words} written={written} error={error} />
    </FormPage>
  );
}

/** The same for one that is made anew and for one that is a copy. */
export function ClassFields({ words, written, error }: Pick<Props, "words" | "written" | "error">) {
  return (
    <>
        <Field name="name" label={words.t("classes.form.name")} hint={words.t("classes.form.nameHint", { limit: CLASS_NAME_LENGTH })} error={error} defaultValue={written.name} autoComplete="off" dir="auto" required />
        <Field name="term" label={words.t("classes.form.term")} hint={words.t("classes.form.termHint")} error={error} defaultValue={written.term} autoComplete="off" dir="auto" />
        <Field name="teacher" label={words.t("classes.form.teacher")} hint={words.t("classes.form.teacherHint")} error={error} defaultValue={written.teacher} autoComplete="name" dir="auto" required />
        <Select name="language" label={words.t("classes.form.language")} error={error} chosen={written.language} options={{ en: words.t("classes.form.languages.en"), zh: words.t("classes.form.languages.zh") }} />
        <Select name="timeZone" label={words.t("classes.form.timeZone")} error={error} chosen={written.timeZone} options={Object.fromEntries(timeZones().map((zone) => [zone, zone]))} />
        <fieldset className="kinds">
          <legend>{words.t("classes.form.endsWith")}</legend>
          <div className="choices tall">
            {endings.map((ending) => (
              <label key={ending}>
                <input type="radio" name="endsWith" value={ending} defaultChecked={written.endsWith === ending} required />
                <span>{words.t(`classes.form.endings.${ending}`)}</span>
              </label>
            ))}
          </div>
          <ErrorUnder name="endsWith" error={error} />
        </fieldset>
        <Field name="retainUntil" type="date" label={words.t("classes.form.retainUntil")} hint={words.t("classes.form.retainHint")} error={error} defaultValue={written.retainUntil} required />
    </>
  );
}

/** A choice of one, with its error under it. */
export function Select({ name, label, error, chosen, options }: { name: string; label: string; error: FormError | null; chosen: string; options: Record<string, string> }) {
  return (
    <div className="labelled">
      <label htmlFor={name}>{label}</label>
      <select className="field" id={name} name={name} defaultValue={chosen} aria-invalid={error?.field === name || undefined} aria-describedby={error?.field === name ? `${name}-error` : undefined}>
        {Object.entries(options).map(([value, says]) => (
          <option key={value} value={value}>
            {says}
          </option>
        ))}
      </select>
      <ErrorUnder name={name} error={error} />
    </div>
  );
}
