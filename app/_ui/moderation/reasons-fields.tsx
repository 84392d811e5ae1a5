import { type GroundId, grounds, isHouseRule, numberOf } from "../../../domain/moderation/house-rules";
import { Field, TextField } from "../field";
import type { FormError } from "../form-error";
import type { Words } from "../words";

/** What a form of reasons was filled with. */
export type ReasonsValues = { ground: GroundId; law: string; facts: string };

/** `prefix`: of ids, where a page has two such forms. Facts may be left empty where the words of the rule stand for them: then it has one. */
type Props = { words: Words; values: ReasonsValues | null; error: FormError | null; factsLabel: string; factsHint: string; prefix?: string; mayBeEmpty?: boolean };

/** The ground of a decision and the facts it rests on, as the member reads them. Each rule carries its words, for scripts. */
export function ReasonsFields({ words, values, error, factsLabel, factsHint, prefix = "", mayBeEmpty = prefix !== "" }: Props) {
  const id = `${prefix}ground`;
  return (
    <>
      <div className="labelled">
        <label htmlFor={id}>{words.t("moderation.ground")}</label>
        <select className="field" id={id} name="ground" defaultValue={values?.ground} required>
          {grounds.map((ground) => (
            <option key={ground} value={ground} data-says={mayBeEmpty ? ruleSays(words, ground) : undefined}>
              {groundName(words, ground)}
            </option>
          ))}
        </select>
      </div>
      <Field name="law" id={`${prefix}law`} label={words.t("moderation.law")} hint={words.t("moderation.lawHint")} error={error} defaultValue={values?.law} />
      <TextField name="facts" id={`${prefix}facts`} label={factsLabel} hint={factsHint} error={error} defaultValue={values?.facts} rows={4} required={!mayBeEmpty} />
    </>
  );
}

/** "3. Answer words, not people"; the law has no number. */
export function groundName(words: Words, ground: GroundId): string {
  const name = words.t(`moderation.rules.${ground}.name`);
  return isHouseRule(ground) ? words.t("moderation.rule", { number: numberOf(ground), name }) : name;
}

/** A sentence of the rule, where nobody has written a better one. Of the law there is none: which one and why is to be said. */
export function ruleSays(words: Words, ground: GroundId): string {
  return isHouseRule(ground) ? words.t(`moderation.rules.${ground}.says`) : "";
}
