import type { GroupsView } from "../../../server/assignments/groups-page";
import { type ThreadWay, threadWays } from "../../../server/assignments/move";
import { type Grouping, groupings } from "../../../server/assignments/save";
import { groupPath } from "../assignments/paths";
import { Choices } from "../choices";
import { Select } from "../classes/class-form-page";
import { Pages } from "../classes/frame";
import { ErrorAbove, ErrorUnder, Field } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import type { Words } from "../words";
import { GradesFrame } from "./frame";
import { groupsPath } from "./paths";

/** `students`: the ids of those chosen; `to`: the id of a group; `how`, `number`: of dividing anew. */
export type WrittenMove = { students: readonly string[]; to: string; threads: ThreadWay } & Grouping;
type Props = { words: Words; reader: { name: string }; view: GroupsView; after: string | null; written: WrittenMove; done: string | null; error: FormError | null };
type Part = Pick<Props, "words" | "view" | "written" | "error">;

export const NOBODY_MOVED: WrittenMove = { students: [], to: "", threads: "along", how: "size", number: "" };

/** Who discusses with whom, and the teacher's hand on it. */
export function GroupsPage({ words, reader, view, after, written, done, error }: Props) {
  const { work, groups, without, group, students, next } = view;
  const title = words.t("assignments.groups");
  const to = (number: number, from?: string): string => words.to(groupsPath(work.id, { group: String(number), after: from }));
  const places = [...groups.map((one) => ({ number: one.number, says: words.t("assignments.grouping.in", { group: nameOf(words, one), count: one.people }) })), ...(without > 0 || group === 0 ? [{ number: 0, says: words.t("assignments.grouping.in", { group: words.t("assignments.grouping.none"), count: without }) }] : [])];
  return (
    <GradesFrame words={words} reader={reader} work={work} place="groups" title={title} documentTitle={formTitle(words, title, error)} path={groupsPath(work.id)} done={done}>
      <p className="lead">{words.t("assignments.grouping.lead")}</p>
      <Choices look="chips" label={title} choices={places.map(({ number, says }) => ({ name: String(number), href: to(number), chosen: number === group, says }))} />
      {group > 0 && (
        <p className="row">
          <a href={words.to(groupPath(work.id, group))}>{words.t("assignments.grouping.read")}</a>
        </p>
      )}
      {students.length === 0 && <p className="quiet">{words.t("assignments.grouping.nobody")}</p>}
      {students.length > 0 && (work.canChange && groups.length > 1 ? <Move words={words} view={view} after={after} written={written} error={error} /> : <Members view={view} />)}
      <Pages words={words} next={next === null ? null : to(group, next)} first={after === null ? null : to(group)} more={words.t("assignments.grouping.more")} />
      {work.canChange && <Anew words={words} view={view} written={written} error={error} />}
    </GradesFrame>
  );
}

function nameOf(words: Words, { name, number }: { name: string | null; number: number }): string {
  return name ?? words.t("assignments.group", { number });
}

function Members({ view }: Pick<Part, "view">) {
  return (
    <ul className="ledger">
      {view.students.map(({ id, name, section }) => (
        <li key={id}>
          <bdi>{name}</bdi>
          {section !== null && <bdi>{section}</bdi>}
        </li>
      ))}
    </ul>
  );
}

function Move({ words, view: { work, groups, group, students }, after, written, error }: Part & { after: string | null }) {
  const others = groups.filter(({ number }) => number !== group);
  return (
    <form className="fields" method="post" action={words.to("/forms/assignments.moveStudents")}>
      <HiddenFields hidden={{ assignment: work.id, group: String(group), after: after ?? "" }} />
      <ErrorAbove fields={["students", "groupNumber"]} error={error} />
      <fieldset className="kinds">
        <legend>{words.t("assignments.grouping.who")}</legend>
        <div className="choices tall">
          {students.map(({ id, name, section }) => (
            <label key={id}>
              <input type="checkbox" name="students" value={id} defaultChecked={written.students.includes(id)} />
              <span>
                <bdi>{name}</bdi> {section !== null && <bdi className="quiet">{section}</bdi>}
              </span>
            </label>
          ))}
        </div>
        <ErrorUnder name="students" error={error} />
      </fieldset>
      <Select name="to" label={words.t("assignments.grouping.to")} error={error} chosen={written.to} options={Object.fromEntries(others.map((one) => [one.id, words.t("assignments.grouping.in", { group: nameOf(words, one), count: one.people })]))} />
      <fieldset className="kinds">
        <legend>{words.t("assignments.grouping.threads")}</legend>
        <div className="choices tall">
          {threadWays.map((way) => (
            <label key={way}>
              <input type="radio" name="threads" value={way} defaultChecked={way === written.threads} />
              <span>{words.t(`assignments.grouping.${way}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className="hint">{words.t("assignments.grouping.stays")}</p>
      <div className="row">
        <button className="button main" type="submit">
          {words.t("assignments.grouping.move")}
        </button>
      </div>
    </form>
  );
}

function Anew({ words, view: { work, group, isBegun }, written, error }: Part) {
  return (
    <section aria-labelledby="anew">
      <h2 className="rule" id="anew">
        {words.t("assignments.grouping.anew")}
      </h2>
      <p className="hint">{words.t(isBegun ? "assignments.grouping.inUse" : "assignments.grouping.anewSays")}</p>
      {!isBegun && (
        <form className="fields" method="post" action={words.to("/forms/assignments.regroup")}>
          <HiddenFields hidden={{ assignment: work.id, group: String(group) }} />
          <div className="choices tall" role="radiogroup" aria-label={words.t("assignments.grouping.anew")}>
            {groupings.map((how) => (
              <label key={how}>
                <input type="radio" name="groups" value={how} defaultChecked={how === written.how} />
                <span>{words.t(`classes.work.form.groupings.${how}`)}</span>
              </label>
            ))}
          </div>
          <Field name="groupNumber" inputMode="numeric" size={6} label={words.t("classes.work.form.groupNumber")} error={error} defaultValue={written.number} />
          <div className="row">
            <button className="button" type="submit">
              {words.t("assignments.grouping.divide")}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
