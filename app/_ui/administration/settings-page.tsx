import { moderationSettingsPath } from "../paths";
import type { Words } from "../words";
import { AdministrationFrame } from "./frame";

export type SettingView = { name: string; value: string | null; from: "environment" | "default" | "kept"; isSecret: boolean };

export function SettingsPage({ words, reader, settings }: { words: Words; reader: { name: string }; settings: SettingView[] }) {
  return (
    <AdministrationFrame words={words} reader={reader} title={words.t("administration.places.settings")} path="/administration/settings" place="settings">
      <p className="lead">{words.t("administration.settings.lead")}</p>
      <p>
        <a href={words.to(moderationSettingsPath())}>{words.t("moderation.settings.title")}</a>
      </p>
      <ul className="ledger">
        {settings.map(({ name, value, from, isSecret }) => (
          <li key={name}>
            <code>{name}</code>
            <span className="facts">
              {value === null && <span>{words.t("administration.settings.none")}</span>}
              {value !== null && (isSecret ? <span>{words.t("administration.settings.secret")}</span> : <code>{value}</code>)}
              <span>{words.t(`administration.settings.from.${from}`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </AdministrationFrame>
  );
}
