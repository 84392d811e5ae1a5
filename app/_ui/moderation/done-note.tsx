import type { Done } from "../../../server/moderation/done";
import { HiddenFields } from "../hidden-fields";
import type { Words } from "../words";
import { wayOf, type Way } from "./queue-paths";

/** What was decided a moment ago, and the way to take it back; a script counts the seconds. */
export function DoneNote({ words, done: { batch, act, count, item, msLeft }, way }: { words: Words; done: Done; way: Way }) {
  return (
    <div className="notice done" role="status">
      <span>{words.t(`moderation.done.says.${act}`, { count })}</span>
      {msLeft > 0 && (
        <form method="post" action={words.to("/forms/moderation.undo")} data-undo={msLeft}>
          <HiddenFields hidden={{ batch, item: item ?? "", way: wayOf(way) }} />
          <button className="button" type="submit">
            {words.t("moderation.done.undo")} <span data-left="">{words.t("moderation.done.seconds", { count: Math.ceil(msLeft / 1000) })}</span>
          </button>
        </form>
      )}
    </div>
  );
}
