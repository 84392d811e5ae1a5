/** Dates, prompt and response of a discussion by forms. */
import { localIn } from "../../domain/opening";
import { wholeNumber } from "../_asking/request";
import { DiscussionPage } from "../_ui/editor/discussion-page";
import { editorDiscussionPath } from "../_ui/paths";
import { throwIfNowhere } from "./editing-again";
import { comeBack, type Form, leadTo, type Sent } from "./form";

const back = (sent: Sent): Response => leadTo(sent, sent.words.to(`${editorDiscussionPath(encodeURIComponent(sent.field("of")))}?saved=1`));
const writtenIn = ({ field }: Sent) => ({ opensAt: field("opensAt"), closesAt: field("closesAt"), timeZone: field("timeZone"), prompt: field("prompt"), mode: modeIn(field("mode")) });
const modeIn = (word: string): "after" | "before" | null => (word === "after" || word === "before" ? word : null);

/** With what is written in the form, whichever button was pressed. */
function changing(more: (sent: Sent) => { closesAt?: string }): Form {
  return async (sent) => {
    const written = { ...writtenIn(sent), ...more(sent) };
    try {
      await sent.ask.discussions.change({ slug: sent.field("of"), version: wholeNumber(sent.field("version")) ?? 0, ...written });
      return back(sent);
    } catch (error) {
      throwIfNowhere(error);
      const { words, ask, context } = sent;
      const discussion = await ask.discussions.settings({ slug: sent.field("of") });
      return comeBack(sent, error, (why) => <DiscussionPage words={words} reader={context.reader} discussion={discussion} written={written} error={why} notice={null} now={context.now()} />);
    }
  };
}

export const change = changing(() => ({}));

/** To the minute that has begun, as the field can say it: it is over at once. */
export const closeNow = changing(({ context, field }) => ({ closesAt: localIn(context.now(), field("timeZone") || "UTC") }));

export const publishResponse: Form = async (sent) => {
  await sent.ask.discussions.publishResponse({ slug: sent.field("of"), published: sent.field("published") !== "" });
  return back(sent);
};
