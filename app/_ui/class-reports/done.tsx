import type { Done } from "../../../server/moderation/done";
import { HiddenFields } from "../hidden-fields";
import type { Words } from "../words";

/** What was decided a moment ago, and the way to take it back while nobody has heard of it. */
export function ClassDone({ words, classId, done: { batch, act, count, item, msLeft } }: { words: Words; classId: string; done: Done }) {
  return (
    <div className="notice done" role="status">
      <span>{words.t(`moderation.done.says.${act}`, { count })}</span>
      {msLeft > 0 && (
        <form method="post" action={words.to("/forms/classReports.undo")}>
          <HiddenFields hidden={{ class: classId, batch, item: item ?? "" }} />
          <button className="button" type="submit">
            {words.t("moderation.done.undo")} {words.t("moderation.done.seconds", { count: Math.ceil(msLeft / 1000) })}
          </button>
        </form>
      )}
    </div>
  );
}
