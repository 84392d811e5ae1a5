import type { CardsView } from "../../../server/classes/cards";
import { MOST_CARDS } from "../../../domain/classroom/card-handles";
import { Choices } from "../choices";
import { ErrorAbove, ErrorUnder } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { classPath, withQuery } from "../paths";
import type { Words } from "../words";
import { ClassFrame, Pages } from "./frame";

type Props = { words: Words; reader: { name: string }; view: CardsView; section: string | null; after: string | null; chosen: readonly string[]; error: FormError | null };

/** For whom cards are made: one, some, those of a section, or all. */
export function CardsPage({ words, reader, view, section, after, chosen, error }: Props) {
  const { class: of, sections, pupils, next } = view;
  const title = words.t("classes.cards.title");
  const to = (wish: string | null, from?: string): string => withQuery(words.to(classPath(of.id, "cards")), { section: wish ?? undefined, after: from });
  const everybody = words.t(section === null ? "classes.cards.makeAll" : "classes.cards.makeSection", { section: sections.find(({ id }) => id === section)?.name ?? "" });
  return (
    <ClassFrame words={words} reader={reader} of={of} role="teacher" place="cards" title={title} documentTitle={formTitle(words, title, error)} path={classPath(of.id, "cards")}>
      <p className="lead">{words.t("classes.cards.lead")}</p>
      {sections.length > 0 && (
        <Choices look="chips" label={words.t("classes.people.section")} choices={[{ id: null, name: words.t("classes.people.allSections") }, ...sections].map(({ id, name }) => ({ name: id ?? "", href: to(id), chosen: id === section, says: <bdi>{name}</bdi> }))} />
      )}
      {pupils.length === 0 ? (
        <p className="quiet">{words.t("classes.cards.none")}</p>
      ) : (
        <form className="fields" method="post" action={words.to("/forms/classes.makeCards")}>
          <HiddenFields hidden={{ class: of.id, section: section ?? "", after: after ?? "" }} />
          <ErrorAbove fields={["places"]} error={error} />
          <fieldset className="kinds">
            <legend>{words.t("classes.cards.who")}</legend>
            <div className="choices tall">
              {pupils.map((pupil) => (
                <label key={pupil.id}>
                  <input type="checkbox" name="places" value={pupil.id} defaultChecked={chosen.includes(pupil.id)} />
                  <span>
                    <bdi>{pupil.name}</bdi> <span className="quiet">{pupil.handle === null ? words.t("classes.cards.without") : words.t("classes.cards.has", { handle: pupil.handle })}</span> {pupil.section !== null && <bdi className="quiet">{pupil.section}</bdi>}
                  </span>
                </label>
              ))}
            </div>
            <ErrorUnder name="places" error={error} />
          </fieldset>
          <p className="hint">{words.t("classes.cards.makeSays", { most: MOST_CARDS })}</p>
          <div className="row">
            <button className="button main" type="submit">
              {words.t("classes.cards.makeChosen")}
            </button>
            <button className="button" type="submit" name="all" value="1">
              {everybody}
            </button>
          </div>
        </form>
      )}
      <Pages words={words} next={next === null ? null : to(section, next)} first={after === null ? null : to(section)} more={words.t("classes.cards.more")} />
    </ClassFrame>
  );
}
