import type { ItemView } from "../../../server/moderation/item";
import type { Words } from "../words";
import { actSaid, groundSaid } from "./said";

type Decided = Pick<ItemView["decisions"][number], "id" | "act" | "ground" | "facts" | "at" | "by" | "isAutomatic" | "isUndone" | "isReversed">;
/** `within`: whether it is a part of a page that has headings of its own. `nobody`: what stands for who decided when that is not told. */
type Props = { words: Words; decisions: readonly Decided[]; within: boolean; nobody: string };

/** What was decided about it before. */
export function ItemHistory({ words, decisions, within, nobody }: Props) {
  if (decisions.length === 0) return null;
  const title = words.t("moderation.item.history");
  return (
    <section className={within ? "block2" : undefined} aria-labelledby="history">
      {within ? (
        <h3 id="history">{title}</h3>
      ) : (
        <h2 className="rule" id="history">
          {title}
        </h2>
      )}
      <ul className="ledger">
        {decisions.map(({ id, act, ground, facts, at, by, isAutomatic, isUndone, isReversed }) => (
          <li key={id}>
            <span>
              {actSaid(words, act)}
              {ground && <> · {groundSaid(words, ground)}</>} {isUndone && <span className="tag">{words.t("moderation.item.undone")}</span>} {isReversed && <span className="tag">{words.t("moderation.item.reversed")}</span>}
            </span>
            <span className="facts">
              <bdi>{isAutomatic ? words.t("moderation.item.byRule") : (by ?? nobody)}</bdi>
              <time dateTime={at}>{words.minute(at)}</time>
            </span>
            {facts !== "" && (
              <p className="body" dir="auto">
                {facts}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
