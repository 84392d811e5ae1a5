import { accountPage } from "../../../_asking/own-account";
import { DisplayNameForm } from "../../../_ui/account-forms";

export const GET = accountPage("/me/account/display-name", ({ words, account }) => <DisplayNameForm words={words} account={account} error={null} />);
