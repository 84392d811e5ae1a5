import { type GroundId, grounds, isHouseRule, numberOf } from "../../../domain/moderation/house-rules";
import { Field, TextField } from "../field";
import type { FormError } from "../form-error";
import type { Words } from "../words";

/** What a form of reasons was filled with. */
export type ReasonsValues = { ground: GroundId; law: string; facts: string };

type Props = { words: Words; values: ReasonsValues | null; error: FormError | null; factsLabel: string; factsHint: string };

/** The ground of a decision and the facts it rests on, as the member reads them. */
export function ReasonsFields({ words, values, error, factsLabel, factsHint }: Props) {
  return (
    <>
      <div className="labelled">
        <label htmlFor="ground">{words.t("moderation.ground")}</label>
        <select className="field" id="ground" name="ground" defaultValue={values?.ground} required>
          {grounds.map((ground) => (
            <option key={ground} value={ground}>
              {groundName(words, ground)}
            </option>
          ))}
        </select>
      </div>
      <Field name="law" label={words.t("moderation.law")} hint={words.t("moderation.lawHint")} error={error} defaultValue={values?.law} />
      <TextField name="facts" label={factsLabel} hint={factsHint} error={error} defaultValue={values?.facts} rows={4} required />
    </>
  );
}

/** "3. Answer words, not people"; the law has no number. */
export function groundName(words: Words, ground: GroundId): string {
  const name = words.t(`moderation.rules.${ground}.name`);
  return isHouseRule(ground) ? words.t("moderation.rule", { number: numberOf(ground), name }) : name;
}
