import { publicPage } from "../../_asking/pages";
import { queryOf, wholeNumber } from "../../_asking/request";
import { LogPage } from "../../_ui/moderation/log-page";

/** Public, and made anew each time: what is decided about members is on no article's pages, by whose changes stored ones are told to go. */
export const GET = publicPage(async ({ words, ask, origin, request }) => {
  const after = wholeNumber(queryOf(request, "after")) || null;
  return { page: <LogPage words={words} origin={origin} {...await ask.record.log({ after })} after={after} />, articles: "" };
});
