import type { DraftView } from "../../../server/editing/queries";
import { Field, TextField } from "../field";
import type { FormError } from "../form-error";
import { HiddenFields } from "../hidden-fields";
import type { Words } from "../words";
import { LanguageChoice } from "./language-choice";

export type HeadValues = { title: string; standfirst: string; byline: string; date: string; source: string; language: string; to: string };

/** The names under which a refusal is said beside its field. */
export const HEAD_FIELDS = ["title", "standfirst", "byline", "date", "source", "language", "slug"] as const;

/** What was guessed, each to be corrected. */
export function HeadForm({ words, draft, values, error }: { words: Words; draft: DraftView; values: HeadValues | null; error: FormError | null }) {
  const { slug, version, title, standfirst, byline, date, source, language } = draft;
  const shown = values ?? { title, standfirst: standfirst ?? "", byline: byline ?? "", date: date?.replace("T", " ") ?? "", source: source ?? "", language, to: slug };
  const say = (name: Parameters<typeof words.t>[0]) => words.t(name);
  const field = { error, autoComplete: "off" };
  return (
    <section aria-labelledby="guessed">
      <h2 className="rule" id="guessed">
        {say("editor.head.title")}
      </h2>
      <p className="quiet">{say("editor.head.lead")}</p>
      <form className="fields" method="post" action={words.to("/forms/editing.saveHead")}>
        <HiddenFields hidden={{ of: slug, version: String(version) }} />
        <TextField name="title" label={say("editor.head.name")} rows={2} lang={shown.language} dir="auto" defaultValue={shown.title} {...field} />
        <TextField name="standfirst" label={say("editor.head.standfirst")} rows={2} lang={shown.language} dir="auto" defaultValue={shown.standfirst} {...field} />
        <Field name="byline" label={say("editor.head.byline")} dir="auto" defaultValue={shown.byline} {...field} />
        <Field name="date" label={say("editor.head.date")} hint={say("editor.head.dateHint")} defaultValue={shown.date} {...field} />
        <Field name="source" label={say("editor.head.source")} hint={say("editor.head.sourceHint")} dir="auto" defaultValue={shown.source} {...field} />
        <LanguageChoice words={words} chosen={shown.language} error={error} />
        {draft.basedOn === 0 && <Field name="slug" label={say("editor.head.slug")} hint={say("editor.head.slugHint")} spellCheck={false} defaultValue={shown.to} {...field} />}
        <div className="row">
          <button className="button" type="submit">
            {say("editor.head.save")}
          </button>
        </div>
      </form>
    </section>
  );
}
