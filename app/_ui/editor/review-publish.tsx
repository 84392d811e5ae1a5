import type { ReactNode } from "react";
import type { Review } from "../../../server/revising/queries";
import { TextField } from "../field";
import type { FormError } from "../form-error";
import { HiddenFields } from "../hidden-fields";
import type { Words } from "../words";

/** Why the revision is made, and the button that publishes it, always in sight. */
export function ReviewPublish({ words, review: { slug, version, number, counts, group, isAnother }, written, error, keys }: { words: Words; review: Review; written: { why: string }; error: FormError | null; /** What stands before the bar. */ keys: ReactNode }) {
  const asked = counts["needs-you"];
  return (
    <>
      <form id="publish" className="fields publish" method="post" action={words.to("/forms/revising.publish")}>
        <HiddenFields hidden={{ of: slug, version: String(version), group }} />
        {isAnother && (
          <label className="inline">
            <input type="checkbox" name="agreed" value="yes" /> {words.t("review.agree")}
          </label>
        )}
        <TextField name="why" label={words.t("review.why")} hint={words.t("review.whyHint")} error={error} rows={2} dir="auto" defaultValue={written.why} />
      </form>
      {keys}
      <div className="pub">
        <p>{asked > 0 ? words.t("review.stillAsked", { count: asked }) : words.t("review.allDecided")}</p>
        <button className="button main" type="submit" form="publish">
          {words.t("review.publish", { number })}
        </button>
      </div>
    </>
  );
}
