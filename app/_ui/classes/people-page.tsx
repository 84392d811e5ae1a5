import { type PeopleGroup, peopleGroups, type PeopleView } from "../../../server/classes/people";
import { Choices } from "../choices";
import { ErrorAbove, ErrorUnder } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { classPath, classPlacePath, recordPath, withQuery } from "../paths";
import type { Words } from "../words";
import { ClassFrame, Pages } from "./frame";
import { SectionField } from "./section-field";
import type { ClassRole } from "../../../domain/classroom/terms";

type Wish = { group: PeopleGroup; section: string | null };
type Props = { words: Words; reader: { name: string }; view: PeopleView; role: ClassRole; wish: Wish; after: string | null; written: WrittenSection; done: string | null; error: FormError | null };

/** Who is moved to which section, by its name. */
export type WrittenSection = { places: readonly string[]; section: string };
export const NOBODY_CHOSEN: WrittenSection = { places: [], section: "" };

export function PeoplePage({ words, reader, view, role, wish, after, written, done, error }: Props) {
  const { class: of, sections, people, next, canChange } = view;
  const to = ({ group, section }: Wish, from?: string): string => withQuery(words.to(classPath(of.id, "people")), { group: group === "students" ? undefined : group, section: section ?? undefined, after: from });
  return (
    <ClassFrame words={words} reader={reader} of={of} role={role} place="people" title={words.t("classes.people.title")} documentTitle={formTitle(words, words.t("classes.people.title"), error)} path={classPath(of.id, "people")} done={done}>
      <Choices look="chips" label={words.t("classes.people.role")} choices={peopleGroups.map((group) => ({ name: group, href: to({ ...wish, group }), chosen: group === wish.group, says: words.t(`classes.people.groups.${group}`) }))} />
      {sections.length > 0 && (
        <Choices
          look="chips"
          label={words.t("classes.people.section")}
          choices={[{ id: null, name: words.t("classes.people.allSections") }, ...sections].map(({ id, name }) => ({ name: id ?? "", href: to({ ...wish, section: id }), chosen: id === wish.section, says: <bdi>{name}</bdi> }))}
        />
      )}
      {people.length === 0 && <p className="quiet">{words.t("classes.people.nobody")}</p>}
      <ul className="ledger">
        {people.map((one) => (
          <Person key={one.id} words={words} classId={of.id} one={one} canChange={canChange} isOwn={one.id === view.own} />
        ))}
      </ul>
      {canChange && people.length > 0 && wish.group !== "left" && <ToSection words={words} view={view} wish={wish} after={after} written={written} error={error} />}
      <Pages words={words} next={next === null ? null : to(wish, next)} first={after === null ? null : to(wish)} more={words.t("classes.people.more")} />
    </ClassFrame>
  );
}

/** Several of a page go to a section at once. */
function ToSection({ words, view: { class: of, people, sections }, wish, after, written, error }: Pick<Props, "words" | "view" | "wish" | "after" | "written" | "error">) {
  return (
    <details className="below" open={error !== null}>
      <summary>{words.t("classes.people.toSection")}</summary>
      <form className="fields" method="post" action={words.to("/forms/classes.moveToSection")}>
        <HiddenFields hidden={{ class: of.id, group: wish.group, within: wish.section ?? "", after: after ?? "" }} />
        <ErrorAbove fields={["places", "section"]} error={error} />
        <fieldset className="kinds">
          <legend>{words.t("assignments.grouping.who")}</legend>
          <div className="choices tall">
            {people.map(({ id, name, section }) => (
              <label key={id}>
                <input type="checkbox" name="places" value={id} defaultChecked={written.places.includes(id)} />
                <span>
                  <bdi>{name}</bdi> {section !== null && <bdi className="quiet">{section}</bdi>}
                </span>
              </label>
            ))}
          </div>
          <ErrorUnder name="places" error={error} />
        </fieldset>
        <SectionField words={words} sections={sections} value={written.section} error={error} />
        <div className="row">
          <button className="button main" type="submit">
            {words.t("classes.people.move")}
          </button>
        </div>
      </form>
    </details>
  );
}

function Person({ words, classId, one, canChange, isOwn }: { words: Words; classId: string; one: PeopleView["people"][number]; canChange: boolean; isOwn: boolean }) {
  return (
    <li>
      <span>
        <strong>
          <bdi>{one.name}</bdi>
        </strong>{" "}
        {one.handle !== null && one.handle !== one.name && <bdi className="quiet">{one.handle}</bdi>} {one.role === "assistant" && <span className="tag">{words.t("classes.roles.assistant")}</span>} {one.role === "teacher" && <span className="tag accented">{words.t("classes.roles.teacher")}</span>}
      </span>
      <span className="facts">
        {one.section !== null && <bdi>{one.section}</bdi>}
        {one.externalId !== null && <bdi>{one.externalId}</bdi>}
        {one.email !== null && <bdi>{one.email}</bdi>}
        <span>{one.leftAt !== null ? words.t("classes.people.left", { day: words.day(one.leftAt) }) : one.joinedAt === null ? words.t("classes.people.waiting") : words.t("classes.people.joined", { day: words.day(one.joinedAt) })}</span>
        {isOwn && <span>{words.t("classes.people.yourself")}</span>}
        {one.role === "student" && (
          <span>
            <a href={words.to(recordPath(classId, one.id))} aria-label={words.t("terms.record.of", { name: one.name })}>
              {words.t("terms.record.title")}
            </a>
          </span>
        )}
        {canChange && (
          <span>
            <a href={words.to(classPlacePath(classId, one.id))} aria-label={words.t("classes.people.changeOf", { name: one.name })}>
              {words.t("classes.people.change")}
            </a>
          </span>
        )}
      </span>
    </li>
  );
}
