import { BOUNDS, type HouseSettings, LONGEST_LIST } from "../../../server/moderation/house-settings";
import { Document } from "../document";
import { ErrorAbove, Field, TextField } from "../field";
import type { FormError } from "../form-error";
import { formTitle } from "../form-title";
import { HiddenFields } from "../hidden-fields";
import { moderationSettingsPath } from "../paths";
import type { Words } from "../words";

const numbers = ["newMemberApproved", "linksMost", "linksNewMember", "hotThread", "hidesAt"] as const;
type Numbers = Record<(typeof numbers)[number], string>;

/** As they stand in the form: numbers as they were written. */
export type WrittenSettings = Omit<HouseSettings, keyof Numbers> & Numbers;

export function asWritten(value: HouseSettings): WrittenSettings {
  return { ...value, newMemberApproved: String(value.newMemberApproved), linksMost: String(value.linksMost), linksNewMember: String(value.linksNewMember), hotThread: String(value.hotThread), hidesAt: String(value.hidesAt) };
}

type Props = { words: Words; reader: { name: string }; canChange: boolean; version: number; written: WrittenSettings; notice: string | null; error: FormError | null };

/** How comments are moderated here: moderators see it, administrators change it. */
export function ModerationSettingsPage({ words, reader, canChange, version, written, notice, error }: Props) {
  const title = words.t("moderation.settings.title");
  return (
    <Document words={words} title={formTitle(words, title, error)} path={moderationSettingsPath()} noindex reader={reader}>
      <div className="work narrow">
        <h1>{title}</h1>
        <p className="lead">{words.t("moderation.settings.lead")}</p>
        {notice !== null && (
          <p className="notice" role="status">
            {notice}
          </p>
        )}
        {!canChange && <p className="quiet">{words.t("moderation.settings.readOnly")}</p>}
        <form method="post" action={words.to("/forms/moderation.changeSettings")}>
          <fieldset className="fields plain" disabled={!canChange}>
            <legend className="unseen">{title}</legend>
            <HiddenFields hidden={{ version: String(version) }} />
            <ErrorAbove fields={[...numbers, "banned", "suspect"]} error={error} />
            <Choice words={words} name="mode" chosen={written.mode} options={{ after: words.t("moderation.settings.modes.after"), before: words.t("moderation.settings.modes.before") }} />
            {numbers.map((name) => (
              <Field
                key={name}
                name={name}
                inputMode="numeric"
                size={6}
                label={words.t(`moderation.settings.${name}`)}
                hint={[words.t(`moderation.settings.${name}Hint`), words.t("refusals.field.wholeNumber", { least: BOUNDS[name][0], most: BOUNDS[name][1] })].join(words.language === "zh" ? "" : " ")}
                error={error}
                defaultValue={written[name]}
              />
            ))}
            <TextField name="banned" label={words.t("moderation.settings.banned")} hint={words.t("moderation.settings.bannedHint")} error={error} rows={6} maxLength={LONGEST_LIST} dir="auto" defaultValue={written.banned} />
            <Choice words={words} name="bannedWhat" chosen={written.bannedWhat} options={{ hold: words.t("moderation.settings.bannedWhats.hold"), refuse: words.t("moderation.settings.bannedWhats.refuse") }} />
            <TextField name="suspect" label={words.t("moderation.settings.suspect")} hint={words.t("moderation.settings.suspectHint")} error={error} rows={6} maxLength={LONGEST_LIST} dir="auto" defaultValue={written.suspect} />
            <div className="choices tall">
              <label>
                <input type="checkbox" name="brake" value="1" defaultChecked={written.brake} />
                <span>{words.t("moderation.settings.brake")}</span>
              </label>
            </div>
            {canChange && (
              <div className="row">
                <button className="button main" type="submit">
                  {words.t("moderation.settings.save")}
                </button>
              </div>
            )}
          </fieldset>
        </form>
      </div>
    </Document>
  );
}

function Choice({ words, name, chosen, options }: { words: Words; name: "mode" | "bannedWhat"; chosen: string; options: Record<string, string> }) {
  return (
    <div className="labelled">
      <label htmlFor={name}>{words.t(`moderation.settings.${name}`)}</label>
      <select className="field" id={name} name={name} defaultValue={chosen}>
        {Object.entries(options).map(([value, says]) => (
          <option key={value} value={value}>
            {says}
          </option>
        ))}
      </select>
    </div>
  );
}
