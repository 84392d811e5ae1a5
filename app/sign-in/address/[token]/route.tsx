import { linkPage } from "../../../_asking/link-pages";
import { LinkPage } from "../../../_ui/link-page";

export const GET = linkPage("address", (held) => <LinkPage kind="address" {...held} error={null} />);
