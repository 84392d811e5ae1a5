import { Field } from "../field";
import type { FormError } from "../form-error";
import type { Words } from "../words";

/** The name of a section: one of those there are, or a new one. */
export function SectionField({ words, sections, value, error }: { words: Words; sections: readonly { id: string; name: string }[]; value: string; error: FormError | null }) {
  return (
    <>
      <Field name="section" label={words.t("classes.people.section")} hint={words.t("classes.people.sectionHint")} error={error} defaultValue={value} list="sections" autoComplete="off" dir="auto" />
      <datalist id="sections">
        {sections.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </>
  );
}
