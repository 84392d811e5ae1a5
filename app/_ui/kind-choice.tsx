import { type CommentKind, commentKinds } from "../../domain/thread";
import { ErrorUnder } from "./field";
import type { FormError } from "./form-error";
import { Kind } from "./kind";
import type { Words } from "./words";

/** The kind, two by two; "none" is first and can be gone back to, which a lone radio button cannot. */
export function KindChoice({ words, chosen, error }: { words: Words; chosen: CommentKind | null; error: FormError | null }) {
  return (
    <fieldset className="kinds">
      <legend>
        {words.t("compose.kind")} <span className="quiet">{words.t("compose.kindHint")}</span>
      </legend>
      <div className="choices">
        <label>
          <input type="radio" name="kind" value="" defaultChecked={chosen === null} />
          {words.t("compose.noKind")}
        </label>
        {commentKinds.map((kind) => (
          <label key={kind}>
            <input type="radio" name="kind" value={kind} defaultChecked={chosen === kind} />
            <Kind kind={kind} words={words} />
          </label>
        ))}
      </div>
      <ErrorUnder name="kind" error={error} />
    </fieldset>
  );
}
