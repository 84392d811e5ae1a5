import { ownDocument, SECRET_ADDRESS } from "../../../_asking/answers";
import { ownPage } from "../../../_asking/pages";
import { StatementPage } from "../../../_ui/moderation/statement-page";

/** Whoever is signed in meanwhile, the page is the link's. */
export const GET = ownPage<"token">(async ({ words, ask }, { token }) => {
  const statement = await ask.decisions.statementByLink({ token });
  return ownDocument(<StatementPage words={words} reader={null} token={token} statement={statement} body="" error={null} />, 200, SECRET_ADDRESS);
});
