import { administrationPage } from "../../_asking/administration";
import { HeldPage } from "../../_ui/administration/held-page";

export const GET = administrationPage(async ({ words, reader, ask }) => <HeldPage words={words} reader={reader} held={await ask.administration.held()} />);
