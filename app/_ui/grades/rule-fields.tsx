import { measures } from "../../../domain/classroom/grading-rules";
import { decimalsOfPoints } from "../../../domain/classroom/points";
import { releaseModes } from "../../../domain/classroom/release";
import { countings, STEPS, type WrittenRule } from "../../../domain/classroom/rule-form";
import { ErrorUnder, Field, TextField } from "../field";
import type { FormError } from "../form-error";
import type { Words } from "../words";

export type WrittenGrading = { rule: WrittenRule; release: string; releaseAt: string };
type Props = { words: Words; written: WrittenGrading; timeZone: string; error: FormError | null };

/** All that a rule can be, one under the other. What is not chosen is not read, and not shown where the style knows of choices. */
export function RuleFields({ words, written: { rule, release, releaseAt }, timeZone, error }: Props) {
  return (
    <>
      <fieldset className="kinds">
        <legend>{words.t("grades.rule.counting")}</legend>
        <div className="choices tall">
          {countings.map((counting) => (
            <label key={counting}>
              <input type="radio" name="counting" value={counting} defaultChecked={rule.counting === counting} />
              <span>
                <strong>{words.t(`grades.rule.countings.${counting}`)}</strong> <span className="quiet">{words.t(`grades.rule.says.${counting}`)}</span>
              </span>
            </label>
          ))}
        </div>
        <ErrorUnder name="counting" error={error} />
      </fieldset>
      <div className="if-share">
        <Field name="points" inputMode="decimal" size={6} label={words.t("grades.rule.points")} hint={words.t("grades.rule.pointsHint")} error={error} defaultValue={rule.points} />
      </div>
      <Steps words={words} rule={rule} error={error} />
      <Weights words={words} rule={rule} error={error} />
      <Select words={words} name="late" chosen={rule.late} options={{ each: words.t("grades.rule.lates.each"), whole: words.t("grades.rule.lates.whole") }} />
      <Field name="hand" inputMode="decimal" size={6} label={words.t("grades.rule.hand")} hint={words.t("grades.rule.handHint")} error={error} defaultValue={rule.hand} />
      <TextField name="rubric" label={words.t("grades.rule.rubric")} hint={words.t("grades.rule.rubricHint")} error={error} rows={3} dir="auto" defaultValue={rule.rubric} />
      <Select words={words} name="decimals" chosen={rule.decimals} options={Object.fromEntries(decimalsOfPoints.map((many) => [String(many), words.t(`grades.rule.decimal.d${many}`)]))} />
      <fieldset className="kinds">
        <legend>{words.t("grades.rule.release")}</legend>
        <div className="choices tall">
          {releaseModes.map((mode) => (
            <label key={mode}>
              <input type="radio" name="release" value={mode} defaultChecked={release === mode} />
              <span>{words.t(`grades.rule.releases.${mode}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="if-date">
        <Field name="releaseAt" type="datetime-local" label={words.t("grades.rule.releaseAt")} hint={words.t("grades.rule.releaseAtHint", { zone: timeZone })} error={error} defaultValue={releaseAt} />
      </div>
    </>
  );
}

type Part = { words: Words; rule: WrittenRule; error: FormError | null };

/** A number in a table: its column and row name it. */
function Cell({ name, label, value, isWrong }: { name: string; label: string; value: string; isWrong: boolean }) {
  return <input className="field short" type="text" inputMode="decimal" size={5} name={name} aria-label={label} aria-invalid={isWrong || undefined} defaultValue={value} />;
}

function Steps({ words, rule, error }: Part) {
  const isWrong = (name: string): boolean => error?.field === name;
  return (
    <fieldset className="kinds if-steps">
      <legend>{words.t("grades.rule.steps")}</legend>
      <Select words={words} name="of" chosen={rule.of} options={Object.fromEntries(measures.map((of) => [of, words.t(`grades.measures.${of}`)]))} />
      <table className="counted">
        <thead>
          <tr>
            <th scope="col">{words.t("grades.rule.least")}</th>
            <th scope="col">{words.t("grades.distribution.points")}</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: STEPS }, (_, at) => (
            <tr key={at}>
              <td>
                <Cell name={`least-${at + 1}`} label={words.t("grades.rule.leastOf", { at: at + 1 })} value={rule.least[at] ?? ""} isWrong={isWrong("least")} />
              </td>
              <td>
                <Cell name={`stepPoints-${at + 1}`} label={words.t("grades.rule.stepOf", { at: at + 1 })} value={rule.stepPoints[at] ?? ""} isWrong={isWrong("stepPoints")} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ErrorUnder name="least" error={error} />
      <ErrorUnder name="stepPoints" error={error} />
    </fieldset>
  );
}

function Weights({ words, rule, error }: Part) {
  const isWrong = (name: string): boolean => error?.field === name;
  return (
    <fieldset className="kinds if-parts">
      <legend>{words.t("grades.rule.weights")}</legend>
      <table className="counted">
        <thead>
          <tr>
            <td />
            <th scope="col">{words.t("grades.rule.full")}</th>
            <th scope="col">{words.t("grades.distribution.points")}</th>
          </tr>
        </thead>
        <tbody>
          {measures.map((of) => (
            <tr key={of}>
              <th scope="row">{words.t(`grades.measures.${of}`)}</th>
              <td>
                <Cell name={`full-${of}`} label={words.t("grades.rule.fullOf", { of: words.t(`grades.measures.${of}`) })} value={rule.full[of] ?? ""} isWrong={isWrong("full")} />
              </td>
              <td>
                <Cell name={`weight-${of}`} label={words.t("grades.rule.weightOf", { of: words.t(`grades.measures.${of}`) })} value={rule.weight[of] ?? ""} isWrong={isWrong("weight")} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ErrorUnder name="full" error={error} />
      <ErrorUnder name="weight" error={error} />
    </fieldset>
  );
}

function Select({ words, name, chosen, options }: { words: Words; name: "of" | "late" | "decimals"; chosen: string; options: Record<string, string> }) {
  return (
    <div className="labelled">
      <label htmlFor={name}>{words.t(`grades.rule.${name}`)}</label>
      <select className="field" id={name} name={name} defaultValue={chosen}>
        {Object.entries(options).map(([value, says]) => (
          <option key={value} value={value}>
            {says}
          </option>
        ))}
      </select>
    </div>
  );
}
