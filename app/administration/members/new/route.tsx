import { administrationPage } from "../../../_asking/administration";
import { NewMemberPage } from "../../../_ui/administration/new-member-page";

export const GET = administrationPage(({ words, reader }) => <NewMemberPage words={words} reader={reader} values={{ name: "", displayName: "", email: "", role: "member" }} error={null} />);
