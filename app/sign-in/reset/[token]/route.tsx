import { linkPage } from "../../../_asking/link-pages";
import { ResetPage } from "../../../_ui/reset-page";

export const GET = linkPage("reset", ({ words, link, token }) => <ResetPage words={words} link={link} token={token} error={null} />);
