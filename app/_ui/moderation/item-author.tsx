import { SNOOZE } from "../../../domain/moderation/queue-wish";
import { HiddenFields } from "../hidden-fields";
import type { ItemProps } from "./item";
import { wayOf } from "./queue-paths";
import { ReasonsFields } from "./reasons-fields";
import { actSaid, groundSaid } from "./said";

/** Who wrote it: since when they are here, what was decided before, what they bear; and what concerns all of theirs. */
export function ItemAuthor(props: ItemProps) {
  const { words, item } = props;
  const { author } = item;
  return (
    <section className="block2" aria-labelledby="author">
      <h3 id="author">{words.t("moderation.item.author")}</h3>
      <p className="facts">
        <bdi>{author.name ?? words.t("moderation.queue.gone")}</bdi>
        {author.role !== "member" && <span>{words.t(`roles.${author.role}`)}</span>}
        <span>{words.t("moderation.item.since", { day: words.day(author.since) })}</span>
        <span>{words.t("moderation.item.comments", { count: author.comments })}</span>
        <span>{words.t("moderation.item.decisions", { count: author.decisions })}</span>
        <span>{words.t("moderation.item.waiting", { count: author.waiting })}</span>
      </p>
      {author.bears.length > 0 && (
        <p className="facts">
          {author.bears.map(({ kind, until, at }) => (
            <span key={kind + at} className="tag grave">
              {words.t(`moderation.item.bears.${kind}`)} {kind !== "warn" && (until === null ? words.t("moderation.item.forGood") : words.t("moderation.item.until", { day: words.minute(until) }))}
            </span>
          ))}
        </p>
      )}
      {author.earlier.length > 0 && (
        <ul className="ledger">
          {author.earlier.map(({ id, act, ground, at }) => (
            <li key={id}>
              <span>
                {actSaid(words, act)}
                {ground && <> · {groundSaid(words, ground)}</>}
              </span>
              <span className="facts">
                <time dateTime={at}>{words.day(at)}</time>
              </span>
            </li>
          ))}
        </ul>
      )}
      <Snooze {...props} />
      {!item.fault && !author.isGone && <AllOfTheirs {...props} />}
    </section>
  );
}

function Snooze({ words, item, way }: ItemProps) {
  const { author, id } = item;
  const hidden = { item: id, member: author.id, way: wayOf(way) };
  if (author.snoozed !== null) {
    return (
      <form className="row" method="post" action={words.to("/forms/moderation.snooze")} data-here="">
        <HiddenFields hidden={{ ...hidden, left: "0" }} />
        <span className="quiet">{words.t("moderation.item.snoozed", { count: author.snoozed })}</span>
        <button className="button" type="submit">
          {words.t("moderation.item.wake")}
        </button>
      </form>
    );
  }
  if (author.waiting === 0) return null;
  return (
    <form className="row inline-form" method="post" action={words.to("/forms/moderation.snooze")} data-here="">
      <HiddenFields hidden={hidden} />
      <label htmlFor="left">{words.t("moderation.item.snoozeLeft")}</label>
      <input className="field short" type="number" id="left" name="left" min={SNOOZE.least} max={SNOOZE.most} defaultValue={SNOOZE.usual} required aria-describedby="left-hint" />
      <button className="button" type="submit" data-snooze="">
        {words.t("moderation.item.snooze")}
      </button>
      <p className="hint" id="left-hint">
        {words.t("moderation.item.snoozeSays")}
      </p>
    </form>
  );
}

function AllOfTheirs({ words, now, item, way }: ItemProps) {
  return (
    <details className="all-of">
      <summary>{words.t("moderation.item.allOf")}</summary>
      <form className="fields" method="post" action={words.to("/forms/moderation.decideAll")}>
        <HiddenFields hidden={{ item: item.id, member: item.author.id, way: wayOf(way) }} />
        <p className="hint">{words.t("moderation.item.allOfSays")}</p>
        <fieldset className="kinds">
          <legend>{words.t("moderation.item.what")}</legend>
          <div className="choices">
            {(["hide", "remove"] as const).map((act) => (
              <label key={act}>
                <input type="radio" name="act" value={act} required />
                <span>{actSaid(words, act)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="labelled">
          <label htmlFor="since">{words.t("moderation.item.allSince")}</label>
          <input className="field" type="date" id="since" name="since" required defaultValue={now.toISOString().slice(0, 10)} max={now.toISOString().slice(0, 10)} />
        </div>
        <ReasonsFields words={words} values={null} error={null} factsLabel={words.t("moderation.item.why")} factsHint={words.t("moderation.item.whyHint")} prefix="all-" />
        <div className="row">
          <button className="button grave" type="submit">
            {words.t("moderation.item.allDo")}
          </button>
        </div>
      </form>
    </details>
  );
}
