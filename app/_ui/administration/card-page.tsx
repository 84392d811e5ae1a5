import type { Words } from "../words";
import { AdministrationFrame } from "./frame";

/** `password` or `link`: by which its holder comes in; `until`: how long the link works. */
export type CardView = { id: string; name: string; origin: string } & ({ password: string } | { link: string; until: string });

/** What is shown once, to be printed and handed over. */
export function CardPage({ words, reader, card }: { words: Words; reader: { name: string }; card: CardView }) {
  const isLink = "link" in card;
  return (
    <AdministrationFrame words={words} reader={reader} title={words.t("administration.card.title")} path={`/administration/members/${card.id}`} place="members" done={words.t("administration.card.once")}>
      <section className="paper-card" aria-label={words.t("administration.card.label")}>
        <p className="brand">Paragora</p>
        <dl>
          <dt>{words.t("administration.card.site")}</dt>
          <dd>{isLink ? card.link : `${card.origin}${words.to("/sign-in")}`}</dd>
          <dt>{words.t("account.name")}</dt>
          <dd>
            <bdi>{card.name}</bdi>
          </dd>
          {!isLink && (
            <>
              <dt>{words.t("account.password")}</dt>
              <dd>
                <code>{card.password}</code>
              </dd>
            </>
          )}
        </dl>
        <p className="hint">{isLink ? words.t("administration.card.linkSays", { day: words.day(card.until) }) : words.t("administration.card.passwordSays")}</p>
      </section>
      <p className="row">
        <a href={words.to(`/administration/members/${card.id}`)}>{words.t("administration.card.back")}</a>
      </p>
    </AdministrationFrame>
  );
}
