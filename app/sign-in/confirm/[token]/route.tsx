import { linkPage } from "../../../_asking/link-pages";
import { LinkPage } from "../../../_ui/link-page";

export const GET = linkPage("confirm", (held) => <LinkPage kind="confirm" {...held} error={null} />);
