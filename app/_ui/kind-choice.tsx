import { type CommentKind, commentKinds } from "../../domain/thread";
import { ErrorUnder } from "./field";
import type { FormError } from "./form-error";
import { Kind } from "./kind";
import type { Words } from "./words";

type Props = { words: Words; chosen: CommentKind | null; /** In a class: which may be chosen; null: any. */ allowed?: readonly CommentKind[] | null; isReply?: boolean; error: FormError | null };

/** The kind, two by two; "none" is first and can be gone back to, which a lone radio button cannot. Where a class asks for a kind there is no "none". */
export function KindChoice({ words, chosen, allowed = null, isReply = false, error }: Props) {
  const isAsked = allowed !== null && !isReply;
  return (
    <fieldset className="kinds">
      <legend>
        {words.t("compose.kind")} {!isAsked && <span className="quiet">{words.t("compose.kindHint")}</span>}
      </legend>
      <div className="choices">
        {!isAsked && (
          <label>
            <input type="radio" name="kind" value="" defaultChecked={chosen === null} />
            {words.t("compose.noKind")}
          </label>
        )}
        {(allowed ?? commentKinds).map((kind) => (
          <label key={kind}>
            <input type="radio" name="kind" value={kind} defaultChecked={chosen === kind} required={isAsked} />
            <Kind kind={kind} words={words} />
          </label>
        ))}
      </div>
      <ErrorUnder name="kind" error={error} />
    </fieldset>
  );
}
