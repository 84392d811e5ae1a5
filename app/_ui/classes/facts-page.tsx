import { CLASS_NAME_LENGTH } from "../../../domain/classroom/classes";
import { timeZones } from "../../../domain/opening";
import type { ClassFacts, ClassFactsView } from "../../../server/classes/facts";
import { ErrorAbove, Field } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { classPath } from "../paths";
import type { Words } from "../words";
import { Select } from "./class-form-page";
import { ClassFrame } from "./frame";

type Props = { words: Words; reader: { name: string }; view: ClassFactsView; written: ClassFacts | null; done: string | null; error: FormError | null };

/** What a class is called, its language and its clocks. */
export function ClassFactsPage({ words, reader, view: { class: of, facts, externalId, seen }, written, done, error }: Props) {
  const [title, value] = [words.t("classes.facts.title"), written ?? facts];
  return (
    <ClassFrame words={words} reader={reader} of={of} role="teacher" place="settings" title={title} documentTitle={formTitle(words, title, error)} path={classPath(of.id, "settings")} done={done}>
      <form className="fields" method="post" action={words.to("/forms/classes.changeFacts")}>
        <HiddenFields hidden={{ class: of.id, seen }} />
        <ErrorAbove fields={["name", "term", "timeZone"]} error={error} />
        <Field name="name" label={words.t("classes.form.name")} hint={words.t("classes.form.nameHint", { limit: CLASS_NAME_LENGTH })} error={error} defaultValue={value.name} autoComplete="off" dir="auto" required />
        <Field name="term" label={words.t("classes.form.term")} hint={words.t("classes.form.termHint")} error={error} defaultValue={value.term} autoComplete="off" dir="auto" />
        <Select name="language" label={words.t("classes.form.language")} error={error} chosen={value.language} options={{ en: words.t("classes.form.languages.en"), zh: words.t("classes.form.languages.zh") }} />
        <Select name="timeZone" label={words.t("classes.form.timeZone")} error={error} chosen={value.timeZone} options={Object.fromEntries(timeZones().map((zone) => [zone, zone]))} />
        <p className="hint">{words.t("classes.facts.timeZoneSays")}</p>
        <p className="hint">{externalId === null ? words.t("classes.facts.noExternalId") : words.t("classes.facts.externalId", { id: externalId })}</p>
        <div className="row">
          <button className="button main" type="submit">
            {words.t("classes.facts.save")}
          </button>
        </div>
      </form>
    </ClassFrame>
  );
}
