/** Changing one's account by forms. */
import type { ReactElement } from "react";
import { AddressForm, DisplayNameForm, NameForm, PasswordForm } from "../_ui/account-forms";
import type { AccountAct, AccountView } from "../_ui/account-page";
import { DeletionPage } from "../_ui/deletion-page";
import type { FormError } from "../_ui/form-error";
import { withQuery } from "../_ui/paths";
import { comeBack, type Form, leadTo, type Sent } from "./form";

function back(sent: Sent, done: AccountAct): Response {
  return leadTo(sent, withQuery(sent.words.to("/me/account"), { done }));
}

type Shown = { words: Sent["words"]; account: AccountView; error: FormError };

/** Does it and goes back to the account's page, or comes back with what is wrong. */
function changing(done: AccountAct, change: (sent: Sent) => Promise<unknown>, page: (shown: Shown, sent: Sent) => ReactElement): Form {
  return async (sent) => {
    try {
      await change(sent);
    } catch (error) {
      // Whoever is no longer signed in is told so by a page of its own.
      const account = await sent.ask.members.account();
      return comeBack(sent, error, (why) => page({ words: sent.words, account, error: why }, sent));
    }
    return back(sent, done);
  };
}

export const rename = changing(
  "name",
  ({ ask, field }) => ask.members.rename({ name: field("name") }),
  (shown, { field }) => <NameForm {...shown} value={field("name")} />,
);

export const setDisplayName = changing(
  "displayName",
  ({ ask, field }) => ask.members.setDisplayName({ displayName: field("displayName") }),
  (shown, { field }) => <DisplayNameForm {...shown} value={field("displayName")} />,
);

export const changeAddress = changing(
  "mailed",
  ({ ask, field, words }) => ask.members.changeAddress({ email: field("email"), current: field("current"), language: words.language }),
  (shown, { field }) => <AddressForm {...shown} value={field("email")} />,
);

export const changePassword = changing(
  "password",
  ({ ask, field }) => ask.members.changePassword({ current: field("current"), password: field("password") }),
  (shown) => <PasswordForm {...shown} />,
);

export const mailConfirmLink: Form = async (sent) => {
  await sent.ask.members.mailConfirmLink({ language: sent.words.language });
  return back(sent, "mailed");
};

export const setCredited: Form = async (sent) => {
  await sent.ask.members.setCredited({ credited: sent.field("credited") !== "" });
  return back(sent, "credited");
};

export const endSession: Form = async (sent) => {
  await sent.ask.members.endSession({ session: sent.field("session") });
  return leadTo(sent, sent.words.to("/me/account"));
};

export const endOtherSessions: Form = async (sent) => {
  await sent.ask.members.endOtherSessions();
  return back(sent, "others");
};

export const deleteAccount: Form = async (sent) => {
  const erases = sent.field("comments") === "erase";
  try {
    await sent.ask.members.deleteAccount({ current: sent.field("current"), comments: erases ? "erase" : "keep" });
  } catch (error) {
    const [account, going] = await Promise.all([sent.ask.members.account(), sent.ask.members.whatGoes()]);
    return comeBack(sent, error, (why) => <DeletionPage words={sent.words} account={account} going={going} erases={erases} error={why} />);
  }
  return leadTo(sent, sent.words.to("/me/deleted"));
};
