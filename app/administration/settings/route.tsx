import { administrationPage } from "../../_asking/administration";
import { SettingsPage } from "../../_ui/administration/settings-page";

export const GET = administrationPage(async ({ words, reader, ask }) => <SettingsPage words={words} reader={reader} settings={await ask.administration.settings()} />);
