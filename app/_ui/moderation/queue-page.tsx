import type { Done } from "../../../server/moderation/done";
import type { ItemView } from "../../../server/moderation/item";
import type { Queue } from "../../../server/moderation/queue";
import type { Role } from "../../../domain/permissions";
import { Document } from "../document";
import { ErrorAbove } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import type { Words } from "../words";
import { DoneNote } from "./done-note";
import { Item, titleOf } from "./item";
import type { DecideValues } from "./item-decide";
import { QueueKeys } from "./queue-keys";
import { itemPath, queuePath, type Way } from "./queue-paths";
import { QueueRail } from "./queue-rail";

export type QueuePageProps = {
  words: Words;
  now: Date;
  reader: { name: string; role: Role };
  queue: Queue;
  way: Way;
  item: ItemView | null;
  /** The list's own address, with its first item beside it where there is room. */
  isList: boolean;
  done: Done | null;
  /** What else was just done. */
  says: string | null;
  error: FormError | null;
  values?: DecideValues | null;
  /** What was written to other moderators, and could not be taken as it is. */
  wrote?: { note: string; whom: string; question: string } | null;
  /** All of a member's are being decided, and there is more. */
  goOn?: GoOn | null;
};

type GoOn = { hidden: Record<string, string>; done: number; left: number };

/** The queue and one case of it; on a narrow screen one or the other. */
export function QueuePage(props: QueuePageProps) {
  const { words, reader, way, item, isList, done, says, error, goOn = null } = props;
  const title = item && !isList ? titleOf(words, item) : words.t("moderation.queue.title");
  return (
    <Document words={words} title={formTitle(words, title, error)} path={isList || !item ? queuePath(way) : itemPath(item.id, way)} noindex reader={reader} script="moderation.js">
      <div className={isList ? "mod on-list" : "mod"} data-moderation="">
        <QueueRail {...props} />
        <section className="open-item" id="item" tabIndex={-1} aria-labelledby="item-title" data-item={item?.id ?? ""}>
          {done && <DoneNote words={words} done={done} way={way} />}
          {goOn && <GoOnForm words={words} goOn={goOn} />}
          {says !== null && (
            <p className="notice" role="status">
              {says}
            </p>
          )}
          <ErrorAbove fields={["facts", "law", "until", "note", "whom", "question"]} error={error} />
          {item ? <Item {...props} item={item} /> : <Nothing words={words} />}
          <QueueKeys words={words} />
        </section>
      </div>
    </Document>
  );
}

/** How far it is; a script presses it by itself. */
function GoOnForm({ words, goOn: { hidden, done, left } }: { words: Words; goOn: GoOn }) {
  return (
    <form className="notice done" role="status" method="post" action={words.to("/forms/moderation.decideAll")} data-go-on="">
      <HiddenFields hidden={hidden} />
      <span>{words.t("moderation.item.allLeft", { done, left })}</span>
      <progress max={done + left} value={done} aria-label={words.t("moderation.item.allOf")} />
      <button className="button" type="submit">
        {words.t("moderation.item.allGoOn")}
      </button>
    </form>
  );
}

function Nothing({ words }: { words: Words }) {
  return (
    <div className="empty">
      <h2 id="item-title">{words.t("moderation.item.nothingTitle")}</h2>
      <p>{words.t("moderation.item.nothing")}</p>
    </div>
  );
}
