import { publicPage } from "../_asking/pages";
import { KeysPage } from "../_ui/keys-page";

export const GET = publicPage(async ({ words }) => ({ page: <KeysPage words={words} />, articles: "" }));
