import { accountPage } from "../../../_asking/own-account";
import { DeletionPage } from "../../../_ui/deletion-page";

export const GET = accountPage("/me/account/delete", async ({ words, account, ask }) => <DeletionPage words={words} account={account} going={await ask.members.whatGoes()} erases={false} error={null} />);
