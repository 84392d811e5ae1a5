import { HiddenFields } from "../hidden-fields";
import type { ItemProps } from "./item";
import { wayOf } from "./queue-paths";

/** Who has it in hand; so that two do not write reasons for the same. */
export function ItemClaim({ words, item: { id, waiting, claimed }, way }: ItemProps) {
  if (waiting === null) return null;
  const isOthers = claimed !== null && !claimed.isMine;
  return (
    <form className="row claim" method="post" action={words.to(claimed?.isMine ? "/forms/moderation.release" : "/forms/moderation.claim")} data-claim="">
      <HiddenFields hidden={{ item: id, way: wayOf(way), ...(isOthers ? { over: "1" } : {}) }} />
      {claimed !== null && <span className={isOthers ? "caution" : "quiet"}>{isOthers ? words.t("moderation.item.claimedOther", { name: claimed.by ?? words.t("moderation.queue.gone") }) : words.t("moderation.item.claimedMine")}</span>}
      <button className="button" type="submit">
        {words.t(isOthers ? "moderation.item.takeOver" : claimed ? "moderation.item.release" : "moderation.item.claim")}
      </button>
    </form>
  );
}
