import { ownDocument } from "../../_asking/answers";
import { classPageOf } from "../../_asking/classes";
import { formErrorOf, retryHeaders, statusOf } from "../../_asking/refused";
import { refusalOf } from "../../../server/trpc";
import { EnterCodePage, JoinPage } from "../../_ui/classes/join-page";

/** What the code opens; where it opens nothing, the place to type another. */
export const GET = classPageOf<"code">(async ({ words, reader, ask }, { code }) => {
  try {
    return <JoinPage words={words} reader={reader} view={await ask.classes.lookAtCode({ code })} written={null} error={null} />;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal?.field !== "code") throw error;
    return ownDocument(<EnterCodePage words={words} reader={reader} written="" error={formErrorOf(error, words)} />, statusOf(error), retryHeaders(refusal));
  }
});
