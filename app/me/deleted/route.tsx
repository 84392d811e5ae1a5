import { ownPage } from "../../_asking/pages";
import { DeletedPage } from "../../_ui/deletion-page";

export const GET = ownPage(async ({ words }) => <DeletedPage words={words} />);
