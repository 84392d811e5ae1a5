import { Field, TextField } from "../field";
import { HiddenFields } from "../hidden-fields";
import type { ItemProps } from "./item";
import { wayOf } from "./queue-paths";
import { askedSaid } from "./said";

/** Who has it in hand, so that two do not write reasons for the same, and who is asked to look at it too. */
export function ItemClaim(props: ItemProps) {
  const { words, way } = props;
  const { id, waiting, claimed, asked } = props.item;
  if (waiting === null) return null;
  const isOthers = claimed !== null && !claimed.isMine;
  return (
    <>
      <form className="row claim" method="post" action={words.to(claimed?.isMine ? "/forms/moderation.release" : "/forms/moderation.claim")} data-claim="">
        <HiddenFields hidden={{ item: id, way: wayOf(way), ...(isOthers ? { over: "1" } : {}) }} />
        {asked !== null && <span className="tag accented">{askedSaid(words, asked)}</span>}
        {claimed !== null && <span className={isOthers ? "caution" : "quiet"}>{isOthers ? words.t("moderation.item.claimedOther", { name: claimed.by ?? words.t("moderation.queue.gone") }) : words.t("moderation.item.claimedMine")}</span>}
        <button className="button" type="submit">
          {words.t(isOthers ? "moderation.item.takeOver" : claimed ? "moderation.item.release" : "moderation.item.claim")}
        </button>
      </form>
      <Ask {...props} />
    </>
  );
}

function Ask({ words, item, way, error, wrote = null }: ItemProps) {
  return (
    <details open={error?.field === "whom" || error?.field === "question"}>
      <summary>{words.t("moderation.item.ask")}</summary>
      <form className="fields" method="post" action={words.to("/forms/moderation.ask")}>
        <HiddenFields hidden={{ item: item.id, way: wayOf(way) }} />
        <Field name="whom" label={words.t("moderation.item.askWhom")} hint={words.t("moderation.item.askWhomHint")} error={error} maxLength={200} autoComplete="off" spellCheck={false} defaultValue={wrote?.whom} />
        <TextField name="question" label={words.t("moderation.item.askNote")} error={error} rows={2} required maxLength={4000} className="field low" defaultValue={wrote?.question} />
        <div className="row">
          <button className="button" type="submit">
            {words.t("moderation.item.askDo")}
          </button>
        </div>
      </form>
    </details>
  );
}
