import type { ItemView } from "../../../server/moderation/item";
import { markdownText } from "../markdown";
import type { Words } from "../words";
import { itemPath } from "./queue-paths";
import { actSaid } from "./said";

type Props = { words: Words; item: ItemView };

/** What was decided on the same rule of late. */
export function LikeCases({ words, item: { like, ground } }: Props) {
  if (ground === "review") return null;
  return (
    <section className="block2" aria-labelledby="like">
      <h3 id="like">{words.t("moderation.item.like")}</h3>
      {like.length === 0 && <p className="quiet">{words.t("moderation.item.noLike")}</p>}
      <ul className="ledger">
        {like.map(({ id, commentId, act, facts, at, isReversed, beginning }) => (
          <li key={id}>
            <span>
              <a href={words.to(itemPath(commentId ?? ""))}>{actSaid(words, act)}</a>
              {isReversed && <span className="tag">{words.t("moderation.item.reversed")}</span>}
            </span>
            <span className="facts">
              <time dateTime={at}>{words.day(at)}</time>
            </span>
            <p className="body" dir="auto">
              {beginning !== "" && <q>{markdownText(beginning)}</q>} {facts}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What hiding or removing it would change, told before. */
export function Reach({ words, item: { reach, thread } }: Props) {
  if (!reach) return null;
  const rows = [
    { name: words.t("moderation.item.reachHidden"), says: words.t("moderation.item.reachHiddenSays") },
    { name: words.t("moderation.item.reachSeen"), says: words.t("moderation.item.reachSeenSays") },
    { name: words.t("moderation.item.reachReplies"), says: words.t("moderation.item.reachRepliesSays", { count: reach.replies }) },
    { name: words.t("moderation.item.reachMark"), says: words.t(reach.isFirst ? "moderation.item.reachMarkFirst" : "moderation.item.reachMarkReply") },
    { name: words.t("moderation.item.reachRead"), says: words.t("moderation.item.reachReadSays", { count: reach.readers }) },
    ...(thread ? [{ name: words.t("moderation.item.reachThread"), says: words.t("moderation.item.reachThreadSays", { count: thread.comments }) }] : []),
    { name: words.t("moderation.item.reachAppeal"), says: words.t("moderation.item.reachAppealSays") },
  ];
  return (
    <section className="block2" aria-labelledby="reach">
      <h3 id="reach">{words.t("moderation.item.reach")}</h3>
      <dl className="reach">
        {rows.map(({ name, says }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
