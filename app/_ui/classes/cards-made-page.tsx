import { renderSVG } from "uqr";
import type { CardsMade } from "../../../server/classes/cards";
import { classPath } from "../paths";
import type { Words } from "../words";
import { ClassFrame } from "./frame";

/** The cards themselves, in the language of the class, to be printed and cut: shown this once. `says`: words of the class's language. */
export function CardsMadePage({ words, says, reader, made }: { words: Words; says: Words; reader: { name: string }; made: CardsMade }) {
  return (
    <ClassFrame words={words} reader={reader} of={made.class} role="teacher" place="cards" title={words.t("classes.cards.title")} path={classPath(made.class.id, "cards")} done={words.t("classes.cards.print")}>
      <div className="card-sheet" lang={made.class.language}>
        {made.cards.map((card) => (
          <section key={card.id} className="paper-card" aria-labelledby={`card-${card.id}`}>
            <h2 id={`card-${card.id}`}>
              <bdi>{card.name}</bdi>
            </h2>
            <p className="facts">
              <bdi>{made.class.name}</bdi>
              {card.section !== null && <bdi>{card.section}</bdi>}
            </p>
            <div className="qr" role="img" aria-label={says.t("classes.cards.code")} dangerouslySetInnerHTML={{ __html: renderSVG(card.link, { border: QUIET_ZONE }) }} />
            <dl>
              <dt>{says.t("classes.cards.site")}</dt>
              <dd className="address">{card.link}</dd>
              <dt>{says.t("classes.cards.name")}</dt>
              <dd>
                <bdi>{card.handle}</bdi>
              </dd>
            </dl>
            <p className="hint">{says.t("classes.cards.until", { day: says.day(made.expiresAt) })}</p>
          </section>
        ))}
      </div>
      <p className="row">
        <a href={words.to(classPath(made.class.id, "cards"))}>{words.t("classes.cards.back")}</a>
      </p>
    </ClassFrame>
  );
}

/** Squares left white around it, as ISO/IEC 18004 asks for. */
const QUIET_ZONE = 4;
