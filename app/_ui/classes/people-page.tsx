import { type PeopleGroup, peopleGroups, type PeopleView } from "../../../server/classes/people";
import { Choices } from "../choices";
import { classPath, classPlacePath, recordPath, withQuery } from "../paths";
import type { Words } from "../words";
import { ClassFrame, Pages } from "./frame";
import type { ClassRole } from "../../../domain/classroom/terms";

type Wish = { group: PeopleGroup; section: string | null };
type Props = { words: Words; reader: { name: string }; view: PeopleView; role: ClassRole; wish: Wish; after: string | null; done: string | null };

export function PeoplePage({ words, reader, view, role, wish, after, done }: Props) {
  const { class: of, sections, people, next, canChange } = view;
  const to = ({ group, section }: Wish, from?: string): string => withQuery(words.to(classPath(of.id, "people")), { group: group === "students" ? undefined : group, section: section ?? undefined, after: from });
  return (
    <ClassFrame words={words} reader={reader} of={of} role={role} place="people" title={words.t("classes.people.title")} path={classPath(of.id, "people")} done={done}>
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
      <Pages words={words} next={next === null ? null : to(wish, next)} first={after === null ? null : to(wish)} more={words.t("classes.people.more")} />
    </ClassFrame>
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
