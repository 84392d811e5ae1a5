import { type ClassRole, classRoles } from "../../../domain/classroom/terms";
import type { PlaceView } from "../../../server/classes/people";
import { ErrorAbove, Field } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { classPlacePath } from "../paths";
import type { Words } from "../words";
import { Select } from "./class-form-page";
import { ClassFrame } from "./frame";
import { SectionField } from "./section-field";

export type WrittenPlace = { name: string; section: string; role: ClassRole };
type Props = { words: Words; reader: { name: string }; view: PlaceView; written: WrittenPlace | null; error: FormError | null };

/** One place of a class: its name, its section and its role; leaving, and coming back. */
export function PlacePage({ words, reader, view, written, error }: Props) {
  const { class: of, place, sections, isOwn } = view;
  const value = written ?? { name: place.name, section: place.section ?? "", role: place.role };
  const hidden = { class: of.id, place: place.id, version: String(place.version) };
  const roles = Object.fromEntries(classRoles.map((role) => [role, words.t(`classes.roles.${role}`)]));
  return (
    <ClassFrame words={words} reader={reader} of={of} role="teacher" place="people" title={place.name} documentTitle={formTitle(words, place.name, error)} path={classPlacePath(of.id, place.id)}>
      {isOwn && <p className="hint">{words.t("classes.people.yourself")}</p>}
      <form className="fields" method="post" action={words.to("/forms/classes.changePlace")}>
        <HiddenFields hidden={hidden} />
        <ErrorAbove fields={["name", "section", "role"]} error={error} />
        <Field name="name" label={words.t("classes.people.name")} error={error} defaultValue={value.name} autoComplete="off" dir="auto" required />
        <SectionField words={words} sections={sections} value={value.section} error={error} />
        {place.hasJoined ? <Select name="role" label={words.t("classes.people.role")} error={error} chosen={value.role} options={roles} /> : <p className="hint">{words.t("classes.people.notJoined")}</p>}
        <div className="row">
          <button className="button main" type="submit">
            {words.t("classes.people.save")}
          </button>
        </div>
      </form>
      <form className="below" method="post" action={words.to(`/forms/classes.${place.hasLeft ? "returnPlace" : "removePlace"}`)}>
        <HiddenFields hidden={hidden} />
        <p className="hint">{words.t(place.hasLeft ? "classes.people.returnSays" : "classes.people.removeSays")}</p>
        <button className={place.hasLeft ? "button" : "button grave"} type="submit">
          {words.t(place.hasLeft ? "classes.people.return" : "classes.people.remove")}
        </button>
      </form>
    </ClassFrame>
  );
}
