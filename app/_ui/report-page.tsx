import { type GroundId, grounds } from "../../domain/moderation/house-rules";
import { LONGEST_NOTE } from "../../server/moderation/report";
import type { CommentView } from "../../domain/thread";
import { Comment } from "./comment";
import { Document } from "./document";
import { ErrorAbove, ErrorUnder, Field, TextField } from "./field";
import type { FormError } from "./form-error";
import { formTitle } from "./form-title";
import { HiddenFields } from "./hidden-fields";
import { Icon } from "./icon";
import { groundName } from "./moderation/reasons-fields";
import { commentPath, reportPath, withQuery } from "./paths";
import type { Place } from "./place";

export type WrittenReport = { ground: GroundId | null; quote: string; note: string; email: string };

type Props = { place: Place; comment: CommentView; reader: { name: string } | null; written: WrittenReport; error: FormError | null };

/** Says which rule a comment breaks, and with which words. */
export function ReportPage({ place, comment, reader, written, error }: Props) {
  const { words } = place;
  const title = words.t("report.title");
  const fields = ["ground", "quote", "note", ...(reader ? [] : ["email"])];
  return (
    <Document words={words} title={formTitle(words, title, error)} path={reportPath(comment.id)} noindex reader={reader}>
      <div className="work narrow">
        <p className="back">
          <a href={words.to(commentPath(comment.id))}>
            <Icon name="arrow-left" />
            {words.t("report.back")}
          </a>
        </p>
        <h1>{title}</h1>
        <p className="lead">{words.t(place.readAt === undefined ? "report.lead" : "report.leadInClass")}</p>
        <div className="thread">
          <Comment place={place} comment={comment} whole reportable={false} />
        </div>
        <form className="fields" method="post" action={words.to("/forms/reports.make")}>
          <HiddenFields hidden={{ comment: comment.id }} />
          <ErrorAbove fields={fields} error={error} />
          <Rules {...{ place, written, error }} />
          <TextField name="quote" label={words.t("report.quote")} hint={words.t("report.quoteHint")} error={error} rows={2} dir="auto" className="field low" defaultValue={written.quote} />
          <TextField name="note" label={words.t("report.note")} hint={words.t(place.readAt === undefined ? "report.noteHint" : "report.noteHintInClass", { limit: LONGEST_NOTE })} error={error} rows={3} dir="auto" className="field low" defaultValue={written.note} />
          {reader === null && (
            <Field
              name="email"
              type="email"
              autoComplete="email"
              required
              label={words.t("report.email")}
              hint={words.t.rich("report.emailHint", {
                in: (chunks) => (
                  <a key="in" href={withQuery(words.to("/sign-in"), { next: words.to(reportPath(comment.id)) })}>
                    {chunks}
                  </a>
                ),
              })}
              error={error}
              defaultValue={written.email}
            />
          )}
          <div className="row">
            <button className="button main" type="submit">
              {words.t("report.submit")}
            </button>
            <a href={words.to(commentPath(comment.id))} data-cancel="">
              {words.t("forms.cancel")}
            </a>
          </div>
        </form>
      </div>
    </Document>
  );
}

/** The rules of the house, each with what it asks for: whoever reports reads them, and so sees where none is broken. */
function Rules({ place: { words }, written, error }: Pick<Props, "place" | "written" | "error">) {
  return (
    <fieldset className="kinds">
      <legend>{words.t("report.ground")}</legend>
      <div className="choices tall">
        {grounds.map((ground) => (
          <label key={ground}>
            <input type="radio" name="ground" value={ground} defaultChecked={written.ground === ground} required />
            <span>
              <strong>{groundName(words, ground)}</strong> <span className="quiet">{words.t(`moderation.rules.${ground}.says`)}</span>
            </span>
          </label>
        ))}
      </div>
      <ErrorUnder name="ground" error={error} />
    </fieldset>
  );
}
