import { accountPage } from "../../../_asking/own-account";
import { PasswordForm } from "../../../_ui/account-forms";

export const GET = accountPage("/me/account/password", ({ words, account }) => <PasswordForm words={words} account={account} error={null} />);
