import { writtenRule } from "../../../domain/classroom/rule-form";
import { localIn } from "../../../domain/opening";
import type { GradingView } from "../../../server/grades/grading";
import { ErrorAbove } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import type { Words } from "../words";
import { Distribution } from "./distribution";
import { GradesFrame } from "./frame";
import { gradingPath } from "./paths";
import { RuleFields, type WrittenGrading } from "./rule-fields";

export type Recounted = { counted: number; wrong: { name: string; number: number; fault: "changed" | "recounts" }[] };
/** `written`: what is in the form, where it is not the rule in force; `seen`: the version it was opened with. */
type Props = { words: Words; reader: { name: string }; view: GradingView; written: WrittenGrading | null; seen: number | null; recounted: Recounted | null; done: string | null; error: FormError | null };

const fields = ["counting", "points", "least", "stepPoints", "full", "weight", "hand", "rubric", "releaseAt"];

/** By which rule an assignment is graded: chosen, tried, kept; and grades let out. */
export function GradingPage({ words, reader, view, written, seen, recounted, done, error }: Props) {
  const { work, rule } = view;
  const title = words.t("grades.grading.title");
  const shown = written ?? { rule: writtenRule(rule?.rule ?? null), release: rule?.release ?? "hand", releaseAt: rule?.releaseAt ? localIn(rule.releaseAt, work.timeZone) : "" };
  return (
    <GradesFrame words={words} reader={reader} work={work} place="grading" title={title} documentTitle={formTitle(words, `${title}: ${work.title}`, error)} path={gradingPath(work.id)} done={done}>
      <p className="lead">{rule === null ? words.t("grades.grading.none") : words.t("grades.grading.inForce", { version: rule.version, mode: words.t(`grades.rule.releases.${rule.release}`) })}</p>
      <div className="two">
        <form className="fields" method="post" action={words.to("/forms/grades.saveRule")}>
          <fieldset className="fields plain" disabled={!work.canChange}>
            <legend className="unseen">{title}</legend>
            <HiddenFields hidden={{ assignment: work.id, seen: String(seen ?? rule?.version ?? 0) }} />
            <ErrorAbove fields={fields} error={error} />
            <RuleFields words={words} written={shown} timeZone={work.timeZone} error={error} />
            <div className="row">
              <button className="button" type="submit" formAction={words.to("/forms/grades.preview")}>
                {words.t("grades.grading.preview")}
              </button>
              <button className="button main" type="submit">
                {words.t("grades.grading.save")}
              </button>
            </div>
          </fieldset>
        </form>
        <div>
          <WhatIf words={words} view={view} />
          {rule !== null && work.canChange && <Release words={words} view={view} />}
          {view.released > 0 && <Recount words={words} view={view} recounted={recounted} />}
        </div>
      </div>
    </GradesFrame>
  );
}

type Part = { words: Words; view: GradingView };

function WhatIf({ words, view: { now, preview } }: Part) {
  return (
    <section aria-labelledby="what-if">
      <h2 className="rule" id="what-if">
        {words.t("grades.grading.whatIf")}
      </h2>
      {preview?.change && <p>{words.t("grades.grading.change", preview.change)}</p>}
      {preview && <Distribution words={words} id="then" title={words.t("grades.grading.then")} of={preview.distribution} />}
      {now && <Distribution words={words} id="now" title={words.t("grades.grading.now")} of={now} />}
      {!now && !preview && <p className="quiet">{words.t("grades.grading.tryFirst")}</p>}
    </section>
  );
}

function Release({ words, view: { work, complete, students, released } }: Part) {
  return (
    <section aria-labelledby="release">
      <h2 className="rule" id="release">
        {words.t("grades.grading.release")}
      </h2>
      <p>{words.t("grades.grading.standing", { complete, students, released })}</p>
      <p className="hint">{words.t("grades.grading.releaseHint")}</p>
      <div className="row">
        {(["complete", "all"] as const).map((which) => (
          <form key={which} method="post" action={words.to("/forms/grades.release")}>
            <HiddenFields hidden={{ assignment: work.id, which }} />
            <button className={which === "complete" ? "button main" : "button"} type="submit">
              {words.t(`grades.grading.which.${which}`)}
            </button>
          </form>
        ))}
      </div>
    </section>
  );
}

function Recount({ words, view: { work }, recounted }: Part & { recounted: Recounted | null }) {
  return (
    <section aria-labelledby="recount">
      <h2 className="rule" id="recount">
        {words.t("grades.grading.recount")}
      </h2>
      {recounted === null ? (
        <p>
          <a className="button" href={words.to(gradingPath(work.id, { count: "again" }))}>
            {words.t("grades.grading.countAgain")}
          </a>
        </p>
      ) : (
        <>
          <p role="status">{words.t(recounted.wrong.length === 0 ? "grades.grading.same" : "grades.grading.notSame", { count: recounted.counted })}</p>
          <ul className="named">
            {recounted.wrong.map(({ name, number, fault }) => (
              <li key={`${name} ${number}`}>{words.t(`grades.grading.wrong.${fault}`, { name, number })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
