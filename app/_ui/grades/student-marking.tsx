import { writtenPoints } from "../../../domain/classroom/points";
import { ErrorAbove, Field } from "../field";
import { HiddenFields } from "../hidden-fields";
import { Feedback } from "./student-feedback";
import type { Part } from "./student-part";

/** Points by hand, levels of a rubric, and what is said to all of it. */
export function Marking({ words, view, returned }: Part) {
  const { work, student, rule, mark, overall } = view;
  const isMarked = rule !== null && (rule.hand !== null || rule.rubric.length > 0);
  const back = returned?.about === "marks" ? returned : null;
  return (
    <section className="marking" aria-labelledby="marking">
      <h2 className="rule" id="marking">
        {words.t("grades.student.marking")}
      </h2>
      {rule === null && <p className="hint">{words.t("grades.student.noRule")}</p>}
      {isMarked && (
        <form className="fields" method="post" action={words.to("/forms/grades.giveMarks")}>
          <HiddenFields hidden={{ assignment: work.id, place: student.id, version: String(mark.version) }} />
          <ErrorAbove fields={["hand"]} error={back?.error ?? null} />
          {rule.hand !== null && <Field name="hand" inputMode="decimal" size={6} label={words.t("grades.student.hand", { most: writtenPoints(rule.hand.points) })} error={back?.error ?? null} defaultValue={back?.hand ?? (mark.hand === null ? "" : writtenPoints(mark.hand))} />}
          {rule.rubric.map(({ id, title, levels }) => (
            <fieldset key={id} className="kinds">
              <legend>
                <bdi>{title}</bdi>
              </legend>
              <HiddenFields hidden={{ criterion: id }} />
              <div className="choices">
                {[{ id: "", title: words.t("grades.student.noLevel"), points: null }, ...levels].map((level) => (
                  <label key={level.id}>
                    <input type="radio" name={`level-${id}`} value={level.id} defaultChecked={((back?.levels ?? mark.levels)[id] ?? "") === level.id} />
                    <span>
                      <bdi>{level.title}</bdi> {level.points !== null && <strong>{writtenPoints(level.points)}</strong>}
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
          <div className="row">
            <button className="button main" type="submit">
              {words.t("grades.student.saveMarks")}
            </button>
          </div>
        </form>
      )}
      <Feedback words={words} view={view} returned={returned} about="all" said={overall} />
    </section>
  );
}
