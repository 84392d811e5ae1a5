import type { RosterFault } from "../../../domain/classroom/roster";
import type { RosterPreview } from "../../../server/classes/roster";
import { ErrorAbove } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { classPath } from "../paths";
import type { Words } from "../words";
import { ClassFrame } from "./frame";
import { Changes, Doubled, Joins, Leaves, Likely } from "./roster-lists";
import { RosterForm } from "./roster-page";

/** By line, as the form sends it: the id of a place, "new" for another person, "" while nothing is decided. */
export type WrittenChoices = { byLine: Record<string, string>; allSame: boolean };
type Props = { words: Words; reader: { name: string }; preview: RosterPreview; written: WrittenChoices; error: FormError | null };

/** What a list would change, and the button that does it. */
export function RosterPreviewPage({ words, reader, preview, written, error }: Props) {
  const { class: of, roster, plan, text, seal } = preview;
  const title = words.t("classes.roster.previewTitle");
  const changes = plan.joins.length + plan.leaves.length + plan.changes.length + plan.likely.length;
  const counts = (["joins", "leaves", "changes", "likely", "unchanged"] as const).filter((name) => plan[name].length > 0);
  return (
    <ClassFrame words={words} reader={reader} of={of} role="teacher" place="roster" title={title} documentTitle={formTitle(words, title, error)} path={classPath(of.id, "roster")}>
      <Read words={words} roster={roster} />
      {roster.faults.length > 0 ? (
        <>
          <ErrorAbove fields={[]} error={error ?? { field: null, message: words.t("refusals.roster.faulty", { count: roster.faults.length }) }} />
          <Faults words={words} faults={roster.faults} />
          <RosterForm words={words} classId={of.id} written={text} error={null} label={words.t("classes.roster.fix")} />
        </>
      ) : (
        <>
          <p className="facts">{counts.length === 0 || changes === 0 ? <span>{words.t("classes.roster.nothing")}</span> : counts.map((name) => <span key={name}>{words.t(`classes.roster.counts.${name}`, { count: plan[name].length })}</span>)}</p>
          <ErrorAbove fields={[]} error={error} />
          {changes > 0 && (
            <form method="post" encType="multipart/form-data" action={words.to("/forms/classes.applyRoster")}>
              <HiddenFields hidden={{ class: of.id, text, seal }} />
              <Likely words={words} likely={plan.likely} written={written} />
              <p className="row">
                <button className="button main" type="submit">
                  {words.t("classes.roster.apply")}
                </button>
                <a href={words.to(classPath(of.id, "roster"))}>{words.t("classes.roster.again")}</a>
              </p>
            </form>
          )}
          <Leaves words={words} leaves={plan.leaves} />
          <Joins words={words} joins={plan.joins} />
          <Changes words={words} changes={plan.changes} />
          <Doubled words={words} doubled={plan.doubled} />
        </>
      )}
    </ClassFrame>
  );
}

function Read({ words, roster }: { words: Words; roster: RosterPreview["roster"] }) {
  const columns = words.list(roster.columns.map((field) => words.t(`classes.roster.fields.${field ?? "none"}`)));
  return (
    <>
      <p>{words.t("classes.roster.read", { count: roster.rows.length + new Set(roster.faults.map(({ line }) => line)).size, columns })}</p>
      {roster.encoding !== null && <p className="hint">{words.t("classes.roster.encoding", { encoding: roster.encoding })}</p>}
      {roster.notices.length > 0 && <p className="hint">{words.t("classes.roster.formulas", { count: roster.notices.length })}</p>}
    </>
  );
}

/** A list with more is another file. */
const FAULTS_SHOWN = 100;

function Faults({ words, faults }: { words: Words; faults: RosterFault[] }) {
  return (
    <section aria-labelledby="faults">
      <h2 className="rule" id="faults">
        {words.t("classes.roster.faults")}
      </h2>
      {faults.length > FAULTS_SHOWN && <p className="hint">{words.t("classes.roster.shown", { count: FAULTS_SHOWN })}</p>}
      <ul className="ledger">
        {faults.slice(0, FAULTS_SHOWN).map((one) => (
          <li key={`${one.line}-${one.column}-${one.fault}`}>
            <span>
              {words.t("classes.roster.fault", { line: one.line, column: String(one.column ?? 0) })}: <bdi>{one.cell}</bdi>
            </span>
            <span>{faultSaid(words, one)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function faultSaid(words: Words, one: RosterFault): string {
  if (one.fault === "nobody") return words.t("classes.roster.nobodyThere");
  if (one.fault === "tooManyCells") return words.t("classes.roster.tooManyCells");
  const { fault, line: _, column: __, field: ___, cell: ____, ...values } = one;
  return words.t(`refusals.field.${fault}`, values);
}
