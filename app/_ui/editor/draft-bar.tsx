import type { DraftView } from "../../../server/editing/queries";
import { HiddenFields } from "../hidden-fields";
import type { Words } from "../words";
import { ACTS_FORM } from "./draft-blocks";

/** What concerns the whole draft, always in sight. */
export function DraftBar({ words, draft: { slug, version, basedOn, undo, redo } }: { words: Words; draft: DraftView }) {
  return (
    <div className="pub" data-part="bar">
      <form id={ACTS_FORM} className="row" method="post" action={words.to("/forms/editing.undo")}>
        <HiddenFields hidden={{ of: slug, version: String(version) }} />
        {undo !== null && (
          <button className="button" type="submit" formAction={words.to("/forms/editing.undo")} aria-label={words.t(`editor.undoWhat.${undo}`)}>
            {words.t("editor.undo")}
          </button>
        )}
        {redo !== null && (
          <button className="button" type="submit" formAction={words.to("/forms/editing.redo")} aria-label={words.t(`editor.redoWhat.${redo}`)}>
            {words.t("editor.redo")}
          </button>
        )}
      </form>
      <p>{words.t("editor.kept")}</p>
      <a href={words.to(`/editor/${slug}/discard`)}>{words.t("editor.discard")}</a>
      <form method="post" action={words.to(basedOn > 0 ? "/forms/revising.makeReview" : "/forms/editing.publish")}>
        <HiddenFields hidden={{ of: slug, version: String(version) }} />
        <button className="button main" type="submit">
          {basedOn > 0 ? words.t("editor.revising.toReview") : words.t("editor.publish")}
        </button>
      </form>
    </div>
  );
}
