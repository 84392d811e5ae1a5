import { itemKinds, queueGrounds } from "../../../domain/moderation/queue-wish";
import type { QueueItem } from "../../../server/moderation/queue";
import { Choices } from "../choices";
import { HiddenFields } from "../hidden-fields";
import { markdownText } from "../markdown";
import type { Words } from "../words";
import type { QueuePageProps } from "./queue-page";
import { placeOfItem, queuePath, type Way, wayOf } from "./queue-paths";
import { ReasonsFields } from "./reasons-fields";
import { ageSaid, askedSaid, groundSaid, phaseSaid } from "./said";

/** The list: what waits, how much of each kind, and what to do with several at once. */
export function QueueRail(props: QueuePageProps) {
  const { words, queue, way } = props;
  const { counts, items, next } = queue;
  return (
    <nav className="rail" aria-label={words.t("moderation.queue.heading")}>
      <h1>{words.t("moderation.queue.heading")}</h1>
      <p className="hint">{words.t("moderation.queue.lead", { count: counts.all })}</p>
      <Choices
        look="chips"
        label={words.t("moderation.queue.kind")}
        choices={[null, ...itemKinds].map((kind) => ({ name: kind ?? "", href: words.to(queuePath({ ...way, kind, after: null })), chosen: kind === way.kind, says: words.t("moderation.queue.counted", { name: words.t(`moderation.queue.kinds.${kind ?? "all"}`), count: kind === null ? counts.all : counts.kinds[kind] }) }))}
      />
      <Filters {...props} />
      {items.length === 0 && <p className="hint none">{words.t("moderation.queue.noneHere")}</p>}
      <ul aria-label={words.t("moderation.queue.list")} role="list">
        {items.map((one) => (
          <Line key={one.id} {...props} one={one} />
        ))}
      </ul>
      {(next !== null || way.after !== null) && (
        <p className="ways">
          {next !== null && (
            <a className="button" rel="next" href={words.to(queuePath({ ...way, after: next }))}>
              {words.t("moderation.queue.more")}
            </a>
          )}
          {way.after !== null && <a href={words.to(queuePath({ ...way, after: null }))}>{words.t("pages.first")}</a>}
        </p>
      )}
      {items.length > 0 && <Bulk words={words} way={way} />}
      <p className="ways">
        <a href={words.to("/moderation/settings")}>{words.t("moderation.settings.title")}</a>
        <a href={words.to("/moderation/log")}>{words.t("publicLog.title")}</a>
        <a href={words.to("/moderation/report")}>{words.t("publicLog.report")}</a>
      </p>
    </nav>
  );
}

function Filters({ words, queue: { counts }, way }: QueuePageProps) {
  const isOpen = way.ground !== null || way.article !== "" || way.member !== "" || way.claim !== null || way.snoozed;
  return (
    <details className="filters" open={isOpen}>
      <summary data-filters="">{words.t("moderation.queue.filters")}</summary>
      <form className="fields" method="get" action={words.to("/moderation")}>
        {way.kind !== null && <HiddenFields hidden={{ kind: way.kind }} />}
        <div className="labelled">
          <label htmlFor="rule">{words.t("moderation.queue.ground")}</label>
          <select className="field" id="rule" name="rule" defaultValue={way.ground ?? ""}>
            <option value="">{words.t("moderation.queue.anyGround")}</option>
            {queueGrounds.map((ground) => (
              <option key={ground} value={ground}>
                {words.t("moderation.queue.counted", { name: groundSaid(words, ground), count: counts.grounds[ground] ?? 0 })}
              </option>
            ))}
          </select>
        </div>
        <div className="labelled">
          <label htmlFor="article">{words.t("moderation.queue.article")}</label>
          <select className="field" id="article" name="article" defaultValue={way.article}>
            <option value="">{words.t("moderation.queue.anyArticle")}</option>
            {way.article !== "" && !counts.articles.some(({ slug }) => slug === way.article) && <option value={way.article}>{way.article}</option>}
            {counts.articles.map(({ slug, title, count }) => (
              <option key={slug} value={slug}>
                {words.t("moderation.queue.counted", { name: title, count })}
              </option>
            ))}
          </select>
        </div>
        <div className="labelled">
          <label htmlFor="member">{words.t("moderation.queue.member")}</label>
          <input className="field" type="text" id="member" name="member" defaultValue={way.member} maxLength={200} autoComplete="off" spellCheck={false} />
        </div>
        <div className="labelled">
          <label htmlFor="claim">{words.t("moderation.queue.claim")}</label>
          <select className="field" id="claim" name="claim" defaultValue={way.claim ?? ""}>
            <option value="">{words.t("moderation.queue.anyClaim")}</option>
            <option value="mine">{words.t("moderation.queue.mine", { count: counts.mine })}</option>
            <option value="unclaimed">{words.t("moderation.queue.unclaimed", { count: counts.unclaimed })}</option>
          </select>
        </div>
        <label className="check">
          <input type="checkbox" name="snoozed" value="1" defaultChecked={way.snoozed} />
          {words.t("moderation.queue.snoozed", { count: counts.snoozed })}
        </label>
        <div className="row">
          <button className="button" type="submit">
            {words.t("moderation.queue.filter")}
          </button>
          {isOpen && <a href={words.to(queuePath())}>{words.t("moderation.queue.all")}</a>}
        </div>
      </form>
    </details>
  );
}

function Line({ words, now, way, item, one }: QueuePageProps & { one: QueueItem }) {
  const name = one.isOfClass ? words.t("moderation.queue.ofClass") : (one.name ?? words.t("moderation.queue.gone"));
  return (
    <li data-line={one.id}>
      {one.kind === "appeal" || one.isOfClass ? <span className="pick" /> : <input className="pick" type="checkbox" form="bulk" name="ids" value={`${one.id} ${one.version}`} aria-label={words.t("moderation.queue.select", { name })} data-pick="" />}
      <a href={`${words.to(placeOfItem(one, way))}${one.kind === "appeal" || one.isOfClass ? "" : "#item"}`} aria-current={one.id === item?.id ? "true" : undefined}>
        <span className="top">
          <b>
            <bdi>{name}</bdi>
          </b>
          <time className="num" dateTime={one.waitsSince}>
            {ageSaid(words, one.waitsSince, now)}
          </time>
        </span>
        <span className="x" dir="auto">
          {markdownText(one.beginning)}
        </span>
        <span className="why">
          <span>{one.kind === "held" && one.phase ? phaseSaid(words, one.phase) : groundSaid(words, one.ground)}</span>
          {one.reports > 0 && <span>· {words.t("moderation.queue.reports", { count: one.reports })}</span>}
          <Tags words={words} one={one} />
        </span>
      </a>
    </li>
  );
}

function Tags({ words, one: { kind, isHidden, claimed, asked, urgency } }: { words: Words; one: QueueItem }) {
  return (
    <>
      {urgency === "now" && <span className="tag grave">{words.t("moderation.queue.tags.now")}</span>}
      {kind === "held" && <span className="tag">{words.t("moderation.queue.tags.held")}</span>}
      {kind === "reported" && isHidden && <span className="tag">{words.t("moderation.queue.tags.hidden")}</span>}
      {kind === "appeal" && <span className="tag accented">{words.t("moderation.queue.tags.appeal")}</span>}
      {asked && <span className={asked.isMe ? "tag accented" : "tag"}>{askedSaid(words, asked)}</span>}
      {claimed && <span className="tag">{claimed.isMine ? words.t("moderation.queue.tags.mine") : words.t("moderation.queue.claimedBy", { name: claimed.by ?? words.t("moderation.queue.gone") })}</span>}
    </>
  );
}

const BULK_ACTS = ["approve", "hide", "remove"] as const;

function Bulk({ words, way }: { words: Words; way: Way }) {
  return (
    <details className="bulk">
      <summary data-bulk="">{words.t("moderation.queue.bulk")}</summary>
      <form className="fields" id="bulk" method="post" action={words.to("/forms/moderation.bulk")}>
        <HiddenFields hidden={{ way: wayOf(way) }} />
        <p className="hint">{words.t("moderation.queue.bulkSays")}</p>
        <fieldset className="kinds">
          <legend>{words.t("moderation.item.what")}</legend>
          <div className="choices tall">
            {BULK_ACTS.map((act) => (
              <label key={act}>
                <input type="radio" name="act" value={act} required />
                <span>{words.t(`moderation.acts.${act}.name`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <ReasonsFields words={words} values={null} error={null} factsLabel={words.t("moderation.item.why")} factsHint={words.t("moderation.item.whyHint")} prefix="bulk-" />
        <div className="row">
          <button className="button" type="submit">
            {words.t("moderation.queue.bulkDo")}
          </button>
        </div>
      </form>
    </details>
  );
}
