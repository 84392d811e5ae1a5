import type { ExtensionsView } from "../../../server/assignments/extensions";
import { Choices } from "../choices";
import { Pages } from "../classes/frame";
import { ErrorAbove, ErrorUnder, Field, TextField } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { SearchForm } from "../search-form";
import type { Words } from "../words";
import { GradesFrame } from "./frame";
import { extensionsPath } from "./paths";

/** `students`: the ids of those chosen. */
export type WrittenExtension = { students: readonly string[]; commentsDueAt: string; repliesDueAt: string; cutOffAt: string; why: string };
type Wish = { search: string; given: boolean; after: string | null };
type Props = { words: Words; reader: { name: string }; view: ExtensionsView; wish: Wish; written: WrittenExtension; done: string | null; error: FormError | null };

export const NOTHING_WRITTEN: WrittenExtension = { students: [], commentsDueAt: "", repliesDueAt: "", cutOffAt: "", why: "" };

/** Other dates for some: who has them, and for whom they are set. */
export function ExtensionsPage({ words, reader, view, wish, written, done, error }: Props) {
  const { work, students, next } = view;
  const title = words.t("assignments.extensions.title");
  const to = ({ search, given, after }: Wish): string => words.to(extensionsPath(work.id, { search: search || undefined, given: given ? "1" : undefined, after: after ?? undefined }));
  return (
    <GradesFrame words={words} reader={reader} work={work} place="extensions" title={title} documentTitle={formTitle(words, title, error)} path={extensionsPath(work.id)} done={done}>
      <p className="lead">{words.t("assignments.extensions.lead")}</p>
      <Choices look="chips" label={words.t("assignments.extensions.which")} choices={[false, true].map((given) => ({ name: String(given), href: to({ ...wish, given, after: null }), chosen: given === wish.given, says: words.t(given ? "assignments.extensions.given" : "assignments.extensions.all") }))} />
      <SearchForm words={words} path={extensionsPath(work.id)} label={words.t("assignments.extensions.search")} search={wish.search} kept={wish.given ? { given: "1" } : {}} />
      {students.length === 0 && <p className="quiet">{words.t("assignments.extensions.nobody")}</p>}
      <Given words={words} view={view} />
      {work.canChange && <Give words={words} view={view} wish={wish} written={written} error={error} />}
      <Pages words={words} next={next === null ? null : to({ ...wish, after: next })} first={wish.after === null ? null : to({ ...wish, after: null })} more={words.t("assignments.extensions.more")} />
    </GradesFrame>
  );
}

function Give({ words, view: { work, students }, wish, written, error }: Pick<Props, "words" | "view" | "wish" | "written" | "error">) {
  if (students.length === 0) return null;
  return (
    <form className="fields" method="post" action={words.to("/forms/assignments.extend")}>
      <HiddenFields hidden={{ assignment: work.id, search: wish.search, given: wish.given ? "1" : "", after: wish.after ?? "" }} />
      <ErrorAbove fields={["students", "commentsDueAt", "repliesDueAt", "cutOffAt", "why"]} error={error} />
      <fieldset className="kinds">
        <legend>{words.t("assignments.extensions.who")}</legend>
        <div className="choices tall">
          {students.map((student) => (
            <label key={student.id}>
              <input type="checkbox" name="students" value={student.id} defaultChecked={written.students.includes(student.id)} />
              <span>
                <bdi>{student.name}</bdi> {student.section !== null && <bdi className="quiet">{student.section}</bdi>} {student.given && <span className="tag accented">{words.t("assignments.extensions.has")}</span>}
              </span>
            </label>
          ))}
        </div>
        <ErrorUnder name="students" error={error} />
      </fieldset>
      <fieldset className="fields plain">
        <legend className="rule">{words.t("classes.work.form.dates", { zone: work.timeZone })}</legend>
        <p className="hint">{words.t("assignments.extensions.datesSay")}</p>
        {(["commentsDueAt", "repliesDueAt", "cutOffAt"] as const).map((name) => (
          <Field key={name} name={name} type="datetime-local" label={words.t(`classes.work.form.${name}`)} hint={work.dates[name] === "" ? undefined : words.t("assignments.extensions.forAll", { at: work.dates[name].replace("T", " ") })} error={error} defaultValue={written[name]} />
        ))}
      </fieldset>
      <TextField name="why" label={words.t("assignments.extensions.why")} hint={words.t("assignments.extensions.whySays")} error={error} rows={2} dir="auto" defaultValue={written.why} required />
      <div className="row">
        <button className="button main" type="submit">
          {words.t("assignments.extensions.give")}
        </button>
      </div>
    </form>
  );
}

/** Who of those that are shown has dates of their own, which, and why. */
function Given({ words, view: { work, students } }: Pick<Props, "words" | "view">) {
  const having = students.flatMap(({ given, ...student }) => (given ? [{ ...student, given }] : []));
  if (having.length === 0) return null;
  return (
    <ul className="ledger">
      {having.map(({ id, name, given }) => (
        <li key={id}>
          <span>
            <strong>
              <bdi>{name}</bdi>
            </strong>
          </span>
          <span className="facts">
            {given.commentsDueAt !== null && <span>{words.t("classes.work.due", { at: words.inZone(given.commentsDueAt, work.timeZone) })}</span>}
            {given.repliesDueAt !== null && <span>{words.t("classes.work.repliesDue", { at: words.inZone(given.repliesDueAt, work.timeZone) })}</span>}
            {given.cutOffAt !== null && <span>{words.t("classes.work.cutOff", { at: words.inZone(given.cutOffAt, work.timeZone) })}</span>}
            <bdi>{given.why}</bdi>
            {work.canChange && (
              <form method="post" action={words.to("/forms/assignments.takeBackExtension")}>
                <HiddenFields hidden={{ assignment: work.id, student: id }} />
                <button className="button" type="submit" aria-label={words.t("assignments.extensions.takeBackOf", { name })}>
                  {words.t("assignments.extensions.takeBack")}
                </button>
              </form>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
