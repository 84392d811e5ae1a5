/** Where the provider sends people back to: the address that its operator knows from next-auth, answered by our own procedures. */
import { contextOf } from "../../../../../server/context";
import { transactionCookie } from "../../../../../server/oidc/sealed-cookie";
import { callerOf } from "../../../../../server/router";
import { refusedPage } from "../../../../_asking/refused";
import { wordsOf } from "../../../../_ui/words";
import { comeHome } from "../../../../forms/oidc";

export async function GET(request: Request): Promise<Response> {
  const transaction = transactionCookie.valueIn(request.headers);
  const context = await contextOf(request.headers);
  const ask = callerOf(context);
  // The address has no language: it is the one in which they went.
  const begun = await ask.oidc.begun({ transaction });
  const words = wordsOf(begun?.language ?? "en");
  try {
    return await comeHome({ words, context, ask, headers: request.headers, field: () => "", all: () => [], file: () => null, names: () => [] }, { transaction, answer: new URL(request.url).search });
  } catch (error) {
    return refusedPage(error, words, "/sign-in");
  }
}
