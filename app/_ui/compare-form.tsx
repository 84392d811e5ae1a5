import { ErrorUnder } from "./field";
import type { FormError } from "./form-error";
import { chooseComparisonPath } from "./paths";
import type { Words } from "./words";

/** As written into the fields. */
export type CompareWish = { from: string; to: string };

/** Chooses two revisions: it asks for another address, and changes nothing. */
export function CompareForm({ words, slug, wish, error }: { words: Words; slug: string; wish: CompareWish; error: FormError | null }) {
  return (
    <form className="compare-form" action={words.to(chooseComparisonPath(slug))}>
      <fieldset>
        <legend>{words.t("compare.choose")}</legend>
        <p className="inline">
          {(["from", "to"] as const).map((name) => (
            <label key={name}>
              {words.t(`compare.${name}`)}{" "}
              <input className="field short" name={name} id={name} inputMode="numeric" defaultValue={wish[name]} required aria-invalid={error?.field === name || undefined} aria-describedby={error?.field === name ? `${name}-error` : undefined} />
            </label>
          ))}
          <button className="button" type="submit">
            {words.t("compare.submit")}
          </button>
        </p>
        <ErrorUnder name="from" error={error} />
        <ErrorUnder name="to" error={error} />
      </fieldset>
    </form>
  );
}
