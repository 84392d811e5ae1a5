import { ErrorAbove, TextField } from "../field";
import { HiddenFields } from "../hidden-fields";
import type { Part } from "./student-part";

/** The teacher's hand on what this student sees, and on who the class knows them to be. */
export function Sight({ words, view: { work, student, gate }, returned }: Part) {
  const back = returned?.about === "reveal" ? returned : null;
  const isHidden = work.hasPseudonyms && student.pseudonym !== null && student.revealedAt === null;
  if (gate === null && !isHidden) return null;
  return (
    <section className="marking" aria-labelledby="sight">
      <h2 className="rule" id="sight">
        {words.t("grades.student.sight")}
      </h2>
      {gate !== null && (
        <form className="row" method="post" action={words.to("/forms/assignments.setGateFor")}>
          <HiddenFields hidden={{ assignment: work.id, enrolment: student.id, opens: gate.isOpen ? "" : "1" }} />
          <span>{words.t(`grades.student.gate.${gate.because}`)}</span>
          <button className="button" type="submit">
            {words.t(gate.isOpen ? "grades.student.closeGate" : "grades.student.openGate")}
          </button>
        </form>
      )}
      {isHidden && (
        <details open={back !== null}>
          <summary>{words.t("grades.student.reveal")}</summary>
          <form className="fields" method="post" action={words.to("/forms/assignments.reveal")}>
            <HiddenFields hidden={{ assignment: work.id, enrolment: student.id }} />
            <ErrorAbove fields={["why"]} error={back?.error ?? null} />
            <p className="hint">{words.t("grades.student.revealSays")}</p>
            <TextField name="why" label={words.t("grades.student.revealWhy")} error={back?.error ?? null} rows={2} dir="auto" defaultValue={back?.text ?? ""} required />
            <div className="row">
              <button className="button grave" type="submit">
                {words.t("grades.student.revealNow")}
              </button>
            </div>
          </form>
        </details>
      )}
    </section>
  );
}
