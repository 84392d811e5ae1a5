import { accountPage } from "../../../_asking/own-account";
import { AddressForm } from "../../../_ui/account-forms";

export const GET = accountPage("/me/account/address", ({ words, account }) => <AddressForm words={words} account={account} error={null} />);
