import type { Words } from "../words";
import { Key } from "./key";

/** The keys of the review; they are the script's, which shows them. */
export function ReviewKeys({ words }: { words: Words }) {
  return (
    <section aria-labelledby="review-keys" data-editor-keys="" hidden>
      <h2 className="rule" id="review-keys">
        {words.t("review.keys.title")}
      </h2>
      <p className="quiet">{words.t("review.keys.lead")}</p>
      <dl className="keys">
        <Key says={words.t("review.keys.move")}>
          <kbd>j</kbd> <kbd>k</kbd> {words.t("editor.keys.or")} <kbd>↓</kbd> <kbd>↑</kbd>
        </Key>
        {(["accept", "attach", "detach", "undo", "keys"] as const).map((act) => (
          <Key key={act} says={words.t(`review.keys.${act}`)}>
            <kbd>{LETTERS[act]}</kbd>
          </Key>
        ))}
      </dl>
    </section>
  );
}

const LETTERS = { accept: "a", attach: "r", detach: "d", undo: "u", keys: "?" };
