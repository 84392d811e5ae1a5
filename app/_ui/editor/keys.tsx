import type { Words } from "../words";
import { Key } from "./key";

/** The keys of the text; they are the script's, which shows them. */
export function EditorKeys({ words }: { words: Words }) {
  const say = (name: "move" | "edit" | "join" | "split" | "retype" | "drop" | "undo" | "redo" | "keys") => words.t(`editor.keys.${name}`);
  const or = ` ${words.t("editor.keys.or")} `;
  return (
    <section aria-labelledby="editor-keys" data-editor-keys="" hidden>
      <h2 className="rule" id="editor-keys">
        {words.t("editor.keys.title")}
      </h2>
      <p className="quiet">{words.t("editor.keys.lead")}</p>
      <dl className="keys">
        <Key says={say("move")}>
          <kbd>↓</kbd> <kbd>↑</kbd>
          {or}
          <kbd>j</kbd> <kbd>k</kbd>
        </Key>
        <Key says={say("edit")}>
          <kbd>{words.t("keys.enter")}</kbd>
        </Key>
        <Key says={say("join")}>
          <kbd>Shift + J</kbd>
        </Key>
        <Key says={say("split")}>
          <kbd>s</kbd>
        </Key>
        <Key says={say("retype")}>
          <kbd>t</kbd>
        </Key>
        <Key says={say("drop")}>
          <kbd>x</kbd>
        </Key>
        <Key says={say("undo")}>
          <kbd>u</kbd>
        </Key>
        <Key says={say("redo")}>
          <kbd>Shift + U</kbd>
        </Key>
        <Key says={say("keys")}>
          <kbd>?</kbd>
        </Key>
      </dl>
    </section>
  );
}
