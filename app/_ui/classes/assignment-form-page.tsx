import type { ReactNode } from "react";
import { commentKinds } from "../../../domain/thread";
import { groupings, type Grouping } from "../../../server/assignments/save";
import { type AssignmentWish, gateKinds, PROMPTS_AT_ONCE } from "../../../server/assignments/wish";
import { ErrorAbove, ErrorUnder, Field, TextField } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { Kind } from "../kind";
import type { Words } from "../words";
import { ClassFrame } from "./frame";

export type WrittenAssignment = { wish: AssignmentWish; hasPseudonyms: boolean; grouping: Grouping };
/** `existing`: null while it is new, and what is fixed afterwards can be chosen. */
type Props = {
  words: Words;
  reader: { name: string };
  of: { id: string; name: string };
  timeZone: string;
  about: { title: string; language: string; revision: number };
  /** Those that can be chosen, the newest first. */
  revisions: readonly { number: number; at: string }[];
  path: string;
  hidden: Record<string, string>;
  existing: { id: string; isSet: boolean; isBegun: boolean; said: { id: string; block: number | null; text: string }[] } | null;
  written: WrittenAssignment;
  /** Of a copy: what comes along, to be chosen anew. */
  above?: ReactNode;
  done: string | null;
  error: FormError | null;
};

const NUMBERS = ["comments", "replies", "passages", "words", "leastWords"] as const;
/** As many as are asked for at once, or as a copy brings. */
function numbersOf(prompts: readonly unknown[]): number[] {
  return Array.from({ length: Math.max(PROMPTS_AT_ONCE, prompts.length) }, (_, at) => at + 1);
}

const FIELDS = ["title", "instructions", "revision", "allowed", "opensAt", "commentsDueAt", "repliesDueAt", "cutOffAt", "offADay", "least", ...NUMBERS, "gateOwn", "gateAt", "groupNumber"];

/** Everything about an assignment on one page. */
export function AssignmentFormPage({ words, reader, of, timeZone, about, revisions, path, hidden, existing, written, above = null, done, error }: Props) {
  const title = existing === null ? words.t("classes.work.new") : written.wish.title;
  const { t } = words;
  const part = { words, written, error };
  return (
    <ClassFrame words={words} reader={reader} of={of} role="teacher" place="overview" title={title || words.t("classes.work.title")} documentTitle={formTitle(words, title, error)} path={path} done={done}>
      <p>{words.t("classes.work.about", { title: about.title, revision: about.revision })}</p>
      {above}
      <form className="fields" method="post" action={words.to(`/forms/assignments.${existing === null ? "make" : "change"}`)}>
        <HiddenFields hidden={hidden} />
        <ErrorAbove fields={[...FIELDS, ...numbersOf(written.wish.prompts).flatMap((at) => [`prompt-${at}`, `block-${at}`])]} error={error} />
        <Field name="title" label={t("classes.work.form.title")} error={error} defaultValue={written.wish.title} autoComplete="off" dir="auto" required />
        <TextField name="instructions" label={t("classes.work.form.instructions")} hint={t("classes.work.form.instructionsHint")} error={error} rows={4} dir="auto" defaultValue={written.wish.instructions} />
        <Revision {...part} revisions={revisions} current={about.revision} isBegun={existing?.isBegun ?? false} />
        <Check name="followsNewest" label={t("classes.work.form.followsNewest")} isOn={written.wish.followsNewest} />
        <p className="hint">{t("classes.work.form.followsHint")}</p>
        <Dates {...part} timeZone={timeZone} />
        <Required {...part} />
        <Gate {...part} />
        {existing === null && <Fixed {...part} />}
        <Prompts {...part} said={existing?.said ?? []} />
        <div className="row">
          <button className="button main" type="submit">
            {t(existing?.isSet ? "classes.work.form.save" : "classes.work.form.saveDraft")}
          </button>
          {!existing?.isSet && (
            <button className="button" type="submit" name="set" value="1">
              {t("classes.work.form.set")}
            </button>
          )}
        </div>
        {!existing?.isSet && <p className="hint">{t("classes.work.form.setSays")}</p>}
      </form>
    </ClassFrame>
  );
}

type Part = Pick<Props, "words" | "written" | "error">;

function Check({ name, label, isOn }: { name: string; label: string; isOn: boolean }) {
  return (
    <div className="choices tall">
      <label>
        <input type="checkbox" name={name} value="1" defaultChecked={isOn} />
        <span>{label}</span>
      </label>
    </div>
  );
}

/** Which revision is read: fixed once somebody has written, for threads stand on its words. */
function Revision({ words, written: { wish }, error, revisions, current, isBegun }: Part & Pick<Props, "revisions"> & { current: number; isBegun: boolean }) {
  if (isBegun) return <p className="hint">{words.t("classes.work.form.revisionFixed", { revision: current })}</p>;
  const options = revisions.map(({ number, at }) => [String(number), words.t("classes.work.form.revisionOf", { number, day: words.day(at) })] as const);
  // Numbers as names would be put in order: the newest comes first.
  return (
    <div className="labelled">
      <label htmlFor="revision">{words.t("classes.work.form.revision")}</label>
      <select className="field" id="revision" name="revision" defaultValue={wish.revision || String(current)} aria-invalid={error?.field === "revision" || undefined} aria-describedby={error?.field === "revision" ? "revision-error" : undefined}>
        {options.map(([value, says]) => (
          <option key={value} value={value}>
            {says}
          </option>
        ))}
      </select>
      <ErrorUnder name="revision" error={error} />
    </div>
  );
}

function Dates({ words, written: { wish }, error, timeZone }: Part & { timeZone: string }) {
  const { t } = words;
  return (
    <fieldset className="fields plain">
      <legend className="rule">{t("classes.work.form.dates", { zone: timeZone })}</legend>
      <Field name="opensAt" type="datetime-local" label={t("classes.work.form.opensAt")} hint={t("classes.work.form.opensHint")} error={error} defaultValue={wish.opensAt} />
      <Field name="commentsDueAt" type="datetime-local" label={t("classes.work.form.commentsDueAt")} error={error} defaultValue={wish.commentsDueAt} />
      <Field name="repliesDueAt" type="datetime-local" label={t("classes.work.form.repliesDueAt")} hint={t("classes.work.form.repliesHint")} error={error} defaultValue={wish.repliesDueAt} />
      <Field name="cutOffAt" type="datetime-local" label={t("classes.work.form.cutOffAt")} hint={t("classes.work.form.cutOffHint")} error={error} defaultValue={wish.cutOffAt} />
      <Check name="takesLate" label={t("classes.work.form.takesLate")} isOn={wish.takesLate} />
      <Field name="offADay" inputMode="numeric" size={6} label={t("classes.work.form.offADay")} error={error} defaultValue={wish.offADay} />
      <Field name="least" inputMode="numeric" size={6} label={t("classes.work.form.least")} error={error} defaultValue={wish.least} />
    </fieldset>
  );
}

function Required({ words, written: { wish }, error }: Part) {
  return (
    <fieldset className="fields plain">
      <legend className="rule">{words.t("classes.work.form.required")}</legend>
      <p className="hint">{words.t("classes.work.form.requiredHint")}</p>
      {NUMBERS.map((name) => (
        <Field key={name} name={name} inputMode="numeric" size={6} label={words.t(`classes.work.form.${name}`)} error={error} defaultValue={wish[name]} />
      ))}
      {(["kinds", "allowed"] as const).map((name) => (
        <fieldset key={name} className="kinds">
          <legend>{words.t(`classes.work.form.${name}`)}</legend>
          <div className="choices">
            {commentKinds.map((kind) => (
              <label key={kind}>
                <input type="checkbox" name={name} value={kind} defaultChecked={wish[name].includes(kind)} />
                <Kind kind={kind} words={words} />
              </label>
            ))}
          </div>
          <ErrorUnder name={name} error={error} />
        </fieldset>
      ))}
      <p className="hint">{words.t("classes.work.form.allowedHint")}</p>
    </fieldset>
  );
}

function Gate({ words, written: { wish }, error }: Part) {
  return (
    <fieldset className="fields plain">
      <legend className="rule">{words.t("classes.work.form.gate")}</legend>
      <Radios name="gate" label={words.t("classes.work.form.gate")} chosen={wish.gate} options={gateKinds.map((kind) => [kind, words.t(`classes.work.form.gates.${kind}`)])} />
      <Field name="gateOwn" inputMode="numeric" size={6} label={words.t("classes.work.form.gateOwn")} error={error} defaultValue={wish.gateOwn} />
      <Field name="gateAt" type="datetime-local" label={words.t("classes.work.form.gateAt")} error={error} defaultValue={wish.gateAt} />
      <Check name="looksFirst" label={words.t("classes.work.form.looksFirst")} isOn={wish.looksFirst} />
    </fieldset>
  );
}

function Radios({ name, label, chosen, options }: { name: string; label: string; chosen: string; options: (readonly [string, string])[] }) {
  return (
    <div className="choices tall" role="radiogroup" aria-label={label}>
      {options.map(([value, says]) => (
        <label key={value}>
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          <span>{says}</span>
        </label>
      ))}
    </div>
  );
}

/** What cannot be changed once it is made: comments stand in a group's discussion, under a name. */
function Fixed({ words, written: { hasPseudonyms, grouping }, error }: Part) {
  return (
    <fieldset className="fields plain">
      <legend className="rule">{words.t("classes.work.form.groups")}</legend>
      <Radios name="groups" label={words.t("classes.work.form.groups")} chosen={grouping.how} options={groupings.map((how) => [how, words.t(`classes.work.form.groupings.${how}`)])} />
      <Field name="groupNumber" inputMode="numeric" size={6} label={words.t("classes.work.form.groupNumber")} error={error} defaultValue={grouping.number} />
      <Check name="hasPseudonyms" label={words.t("classes.work.form.pseudonyms")} isOn={hasPseudonyms} />
      <p className="hint">{words.t("classes.work.form.groupsHint")}</p>
    </fieldset>
  );
}

function Prompts({ words, written: { wish }, error, said }: Part & { said: { id: string; block: number | null; text: string }[] }) {
  return (
    <fieldset className="fields plain">
      <legend className="rule">{words.t("classes.work.form.prompts")}</legend>
      <p className="hint">{words.t("classes.work.form.promptsHint")}</p>
      {said.length > 0 && (
        <ul className="ledger">
          {said.map(({ id, block, text }) => (
            <li key={id}>
              <bdi>{text}</bdi>
              <span className="facts">
                <span>{words.t("classes.work.form.said")}</span>
                {block !== null && <span>¶ {words.number(block)}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {numbersOf(wish.prompts).map((number) => (
        <div key={number}>
          <TextField name={`prompt-${number}`} label={words.t("classes.work.form.prompt", { number })} error={error} rows={2} dir="auto" defaultValue={wish.prompts[number - 1]?.text ?? ""} />
          <Field name={`block-${number}`} inputMode="numeric" size={6} label={words.t("classes.work.form.block", { number })} error={error} defaultValue={wish.prompts[number - 1]?.block ?? ""} />
        </div>
      ))}
    </fieldset>
  );
}
