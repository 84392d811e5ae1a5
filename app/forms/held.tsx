/** Comments that wait for a moderator: changed and taken back by forms. */
import { v4 as randomId } from "uuid";
import { wholeNumber } from "../_asking/request";
import { HeldPage } from "../_ui/held-page";
import { heldPath } from "../_ui/paths";
import { comeBack, type Form, leadTo, type Sent } from "./form";
import { kindOf } from "./written";

/** Of one that nobody has seen, and of one that is hidden until it is changed. */
export const changeHeld: Form = async (sent) => {
  const comment = sent.field("comment");
  try {
    const wish = { comment, version: wholeNumber(sent.field("version")) ?? 0, kind: kindOf(sent), body: sent.field("body") };
    if (sent.field("shown") === "") await sent.ask.comments.changeHeld(wish);
    else await sent.ask.comments.edit({ ...wish, draft: null, key: sent.field("key") || randomId() });
    return leadTo(sent, `${sent.words.to(heldPath(comment))}?changed=1`);
  } catch (error) {
    return again(sent, error, comment);
  }
};

export const takeBackHeld: Form = async (sent) => {
  const comment = sent.field("comment");
  try {
    await sent.ask.comments.delete({ comment });
    return leadTo(sent, `${sent.words.to(heldPath())}?taken=1`);
  } catch (error) {
    return again(sent, error, comment);
  }
};

async function again(sent: Sent, error: unknown, comment: string): Promise<Response> {
  const held = await sent.ask.comments.held({ comment });
  return comeBack(sent, error, (why) => <HeldPage words={sent.words} reader={sent.context.reader} held={held} written={sent.field("body") || null} idempotencyKey={randomId()} notice={null} error={why} />);
}
