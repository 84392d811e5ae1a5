/** An editor's answers by forms: each leads to where it is seen, or comes back with what was written and what is wrong. */
import { isAnswerKind } from "../../domain/answers";
import { badField } from "../../server/refusals";
import { wholeNumber } from "../_asking/request";
import { AnsweringPage, type WrittenAnswer } from "../_ui/editor/answering-page";
import { editorPath, editorThreadPath } from "../_ui/paths";
import { throwIfNowhere } from "./editing-again";
import { placeOfComment } from "./comments";
import { comeBack, type Form, leadTo, type Sent } from "./form";

const ofThread = ({ field }: Sent) => ({ thread: field("thread"), seen: wholeNumber(field("seen")) ?? 0 });

export const give: Form = async (sent) => {
  const { field } = sent;
  try {
    const [kind, revision, block] = [field("kind"), wholeNumber(field("revision")), wholeNumber(field("block"))];
    if (!isAnswerKind(kind)) throw badField("kind", { fault: "answerUnknown" });
    const { first } = await sent.ask.answers.give({ ...ofThread(sent), kind, text: field("text"), change: revision === null || block === null ? null : { revision, block }, comment: field("comment") || null });
    return leadTo(sent, await placeOfComment(sent, first));
  } catch (error) {
    return again(sent, error);
  }
};

export const takeBack: Form = async (sent) => {
  try {
    const { first } = await sent.ask.answers.takeBack(ofThread(sent));
    return leadTo(sent, await placeOfComment(sent, first));
  } catch (error) {
    return again(sent, error);
  }
};

export const pin: Form = async (sent) => {
  try {
    const { slug } = await sent.ask.answers.pin({ thread: sent.field("thread"), pinned: sent.field("pinned") !== "" });
    return leadTo(sent, sent.words.to(editorThreadPath(encodeURIComponent(slug), sent.field("thread"))));
  } catch (error) {
    return again(sent, error);
  }
};

/** To the block in the draft, as it reads now. */
export const accept: Form = async (sent) => {
  try {
    const { slug, block } = await sent.ask.answers.accept({ comment: sent.field("comment") });
    return leadTo(sent, `${sent.words.to(editorPath(encodeURIComponent(slug), { at: block }))}#k-${block}`);
  } catch (error) {
    return again(sent, error);
  }
};

async function again(sent: Sent, error: unknown): Promise<Response> {
  throwIfNowhere(error);
  const { words, ask, context, field } = sent;
  const thread = await ask.answers.of({ thread: field("thread") });
  const written: WrittenAnswer | null = field("seen") === "" ? null : { kind: field("kind"), text: field("text"), revision: field("revision"), block: field("block"), comment: field("comment") };
  return comeBack(sent, error, (why) => <AnsweringPage words={words} reader={context.reader} thread={thread} written={written} error={why} />);
}
