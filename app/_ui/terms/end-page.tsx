import { endings, type Ending } from "../../../domain/classroom/classes";
import { UNDO_END_DAYS } from "../../../domain/classroom/ending";
import type { EndView } from "../../../server/endings/view";
import { ClassFrame } from "../classes/frame";
import { ErrorAbove, Field } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { certificatePath, classPath } from "../paths";
import type { Words } from "../words";

/** Which of the page's forms came back, and with what. */
export type EndReturned = { form: "keep" | "end" | "undo"; retainUntil: string; how: Ending; typed: string; error: FormError };
type Props = { words: Words; reader: { name: string }; view: EndView; returned: EndReturned | null; done: string | null };
type Part = Pick<Props, "words" | "view" | "returned">;

/** The end of a class: until when it is kept, what can be taken out before, what will happen, and how to undo it. */
export function EndPage({ words, reader, view, returned, done }: Props) {
  const { t } = words;
  const { class: of, ending } = view;
  return (
    <ClassFrame words={words} reader={reader} of={of} role="teacher" place="end" title={t("terms.end.title")} documentTitle={formTitle(words, `${t("terms.end.title")}: ${of.name}`, returned?.error ?? null)} path={classPath(of.id, "end")} done={done}>
      {ending !== null && <UnderWay words={words} view={view} returned={returned} ending={ending} />}
      <section aria-labelledby="before">
        <h2 className="rule" id="before">
          {t("terms.end.before")}
        </h2>
        <ul className="ledger">
          <li>
            <span>
              <a href={words.to(classPath(of.id, "archive"))}>{t("terms.archive.title")}</a>
            </span>
            <span className="facts">{t("terms.end.archiveSays")}</span>
          </li>
          <li>
            <span>
              <a href={words.to(classPath(of.id, "people"))}>{t("terms.end.records")}</a>
            </span>
            <span className="facts">{t("terms.end.recordsSay")}</span>
          </li>
          <li>
            <span>
              <a href={words.to(classPath(of.id, "copy"))}>{t("terms.end.copy")}</a>
            </span>
            <span className="facts">{t("terms.end.copySays")}</span>
          </li>
        </ul>
      </section>
      {ending === null && (
        <>
          <Kept words={words} view={view} returned={returned} />
          <EndForm words={words} view={view} returned={returned} />
        </>
      )}
    </ClassFrame>
  );
}

function Kept({ words, view, returned }: Part) {
  const { t } = words;
  const back = returned?.form === "keep" ? returned : null;
  return (
    <section aria-labelledby="kept">
      <h2 className="rule" id="kept">
        {t("terms.end.kept")}
      </h2>
      <p>{t("terms.end.keptUntil", { at: words.inZone(view.retainUntil, view.class.timeZone), how: t(`terms.end.will.${view.endsWith}`) })}</p>
      <form className="fields" method="post" action={words.to("/forms/endings.keep")}>
        <HiddenFields hidden={{ class: view.class.id }} />
        <ErrorAbove fields={["retainUntil"]} error={back?.error ?? null} />
        <Field name="retainUntil" type="date" label={t("terms.end.move")} hint={t("terms.end.latest", { day: words.day(`${view.latestDay}T12:00:00.000Z`) })} error={back?.error ?? null} defaultValue={back?.retainUntil ?? view.retainDay} required />
        <div className="row">
          <button className="button" type="submit">
            {t("terms.end.moveDate")}
          </button>
        </div>
      </form>
    </section>
  );
}

function EndForm({ words, view, returned }: Part) {
  const { t } = words;
  const back = returned?.form === "end" ? returned : null;
  const chosen = back?.how ?? view.endsWith;
  return (
    <section aria-labelledby="end">
      <h2 className="rule" id="end">
        {t("terms.end.now")}
      </h2>
      <p>{t("terms.end.what", view.sums)}</p>
      {view.accounts > 0 && <p>{t("terms.end.accounts", { count: view.accounts })}</p>}
      <p>{t("terms.end.undoSays", { days: UNDO_END_DAYS, at: words.inZone(view.dueAt, view.class.timeZone) })}</p>
      <form className="fields" method="post" action={words.to("/forms/endings.begin")}>
        <HiddenFields hidden={{ class: view.class.id }} />
        <ErrorAbove fields={["typed"]} error={back?.error ?? null} />
        <fieldset className="kinds">
          <legend>{t("terms.end.how")}</legend>
          <div className="choices tall">
            {endings.map((how) => (
              <label key={how}>
                <input type="radio" name="how" value={how} defaultChecked={how === chosen} required />
                <span>
                  {t(`classes.form.endings.${how}`)}
                  {how === view.endsWith && ` ${t("terms.end.asSet")}`}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <ul className="hint">
          <li>{t("terms.end.says.pseudonyms")}</li>
          <li>{t("terms.end.says.erasure")}</li>
        </ul>
        <Field name="typed" label={t("terms.end.type", { name: view.class.name })} error={back?.error ?? null} defaultValue={back?.typed ?? ""} autoComplete="off" dir="auto" required />
        <div className="row">
          <button className="button grave" type="submit">
            {t("terms.end.submit")}
          </button>
        </div>
      </form>
    </section>
  );
}

function UnderWay({ words, view, returned, ending }: Part & { ending: NonNullable<EndView["ending"]> }) {
  const { t } = words;
  const back = returned?.form === "undo" ? returned : null;
  const values = { by: ending.by ?? t("terms.end.theDate"), at: words.inZone(ending.askedAt, view.class.timeZone), until: words.inZone(ending.dueAt, view.class.timeZone) };
  if (ending.isDone)
    return (
      <div className="notice">
        <p>{t("terms.end.isDone", { at: words.inZone(view.endedAt ?? ending.dueAt, view.class.timeZone) })}</p>
        <p>
          <a href={words.to(certificatePath(ending.id))}>{t("terms.certificate.title")}</a>
        </p>
      </div>
    );
  return (
    <section className="notice" aria-labelledby="under-way">
      <h2 id="under-way">{t("terms.end.ended")}</h2>
      <p>{t(ending.by === null ? "terms.end.endedByDate" : "terms.end.endedBy", values)}</p>
      <p>{t(ending.isUndoable ? "terms.end.undoable" : "terms.end.begun", { ...values, how: t(`terms.end.will.${ending.how}`) })}</p>
      {ending.isUndoable && (
        <form className="fields" method="post" action={words.to("/forms/endings.undo")}>
          <HiddenFields hidden={{ class: view.class.id }} />
          <ErrorAbove fields={["retainUntil"]} error={back?.error ?? null} />
          {view.isRetentionOver && <Field name="retainUntil" type="date" label={t("terms.end.moveToUndo")} hint={t("terms.end.latest", { day: words.day(`${view.latestDay}T12:00:00.000Z`) })} error={back?.error ?? null} defaultValue={back?.retainUntil ?? ""} required />}
          <div className="row">
            <button className="button main" type="submit">
              {t("terms.end.undo")}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
