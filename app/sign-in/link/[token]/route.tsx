import { linkPage } from "../../../_asking/link-pages";
import { LinkPage } from "../../../_ui/link-page";

export const GET = linkPage("sign-in", (held) => <LinkPage kind="sign-in" {...held} error={null} />);
