import { accountPage } from "../../../_asking/own-account";
import { NameForm } from "../../../_ui/account-forms";

export const GET = accountPage("/me/account/name", ({ words, account }) => <NameForm words={words} account={account} error={null} />);
