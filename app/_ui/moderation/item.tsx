import { Icon } from "../icon";
import { commentPath, blockPath, articlePath } from "../paths";
import type { ItemView } from "../../../server/moderation/item";
import type { Words } from "../words";
import { ItemAuthor } from "./item-author";
import { ItemClaim } from "./item-claim";
import { ItemContext } from "./item-context";
import { ItemDecide } from "./item-decide";
import { LikeCases, Reach } from "./item-facts";
import { ItemHistory } from "./item-history";
import { ItemNotes } from "./item-notes";
import { ItemReports } from "./item-reports";
import type { QueuePageProps } from "./queue-page";
import { queuePath } from "./queue-paths";
import { groundSaid, phaseSaid } from "./said";

export type ItemProps = QueuePageProps & { item: ItemView };

/** Why it is here, in a line. */
export function titleOf(words: Words, { waiting, kind, reports, ground, decisions }: ItemView): string {
  const t = words.t;
  if (waiting === null) return reports.length > 0 || decisions.length > 0 ? t("moderation.item.decided") : t("moderation.item.unreported");
  if (kind === "held" || (reports.length === 0 && waiting.caught)) return t("moderation.item.held", { phase: waiting.caught ? phaseSaid(words, waiting.caught.phase) : "" });
  return t("moderation.item.reported", { rule: groundSaid(words, ground) });
}

/** A case whole: the comment where it stands, who reported it and who wrote it, and what can be decided. */
export function Item(props: ItemProps) {
  const { words, way, item } = props;
  const { article, passage } = item;
  return (
    <>
      <p className="back narrow-only">
        <a href={words.to(queuePath(way))}>
          <Icon name="arrow-left" />
          {words.t("moderation.item.back")}
        </a>
      </p>
      <p className="kicker">
        <a href={words.to(passage ? blockPath(article.slug, passage.number) : articlePath(article.slug))}>
          <bdi lang={article.language}>{article.title}</bdi>, {passage ? words.t("moderation.item.passage", { number: passage.number }) : words.t("moderation.item.whole")}
        </a>
        {item.kind === "comment" && <a href={words.to(commentPath(item.id))}>{words.t("moderation.item.open")}</a>}
      </p>
      <h2 id="item-title">{titleOf(words, item)}</h2>
      <ItemClaim {...props} />
      <ItemContext words={words} item={item} />
      <ItemReports words={words} item={item} who={(report) => <Reporter words={words} report={report} />} />
      <ItemHistory words={words} decisions={item.decisions} within nobody={words.t("moderation.queue.gone")} />
      <ItemDecide {...props} />
      <Reach words={words} item={item} />
      <ItemAuthor {...props} />
      <LikeCases words={words} item={item} />
      <ItemNotes {...props} />
    </>
  );
}

/** By name, with how often they were right. */
function Reporter({ words, report: { isVisitor, name, accuracy } }: { words: Words; report: ItemView["reports"][number] }) {
  return (
    <span>
      <bdi>{isVisitor ? words.t("moderation.item.visitor") : (name ?? words.t("moderation.queue.gone"))}</bdi>
      {!isVisitor && <small>{accuracy === null ? words.t("moderation.item.noRecord") : words.t("moderation.item.accuracy", { share: accuracy })}</small>}
    </span>
  );
}
