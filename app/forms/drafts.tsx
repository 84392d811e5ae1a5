/** Keeping and throwing away unfinished comments by forms. */
import { wholeNumber } from "../_asking/request";
import { ownDocument } from "../_asking/answers";
import { DraftsPage } from "../_ui/drafts-page";
import { composeTarget, editTarget } from "../compose/target";
import { composeAgain, editAgain } from "./compose-again";
import { type Form, leadTo, type Sent } from "./form";
import { draftIn, kindOf, written } from "./written";

/** From the page to write on: back to it, where the draft now stands in its field. */
export const saveDraft: Form = async (sent) => {
  const edited = sent.field("comment");
  let saved;
  try {
    const { place, version } = draftIn(sent) ?? { place: "", version: 0 };
    saved = await sent.ask.drafts.save({ discussion: sent.field("discussion"), place, revision: wholeNumber(sent.field("revision")), kind: kindOf(sent), body: sent.field("body"), proposal: sent.field("proposal") || null, version });
  } catch (error) {
    return edited ? editAgain(sent, error) : composeAgain(sent, error);
  }
  const { path } = edited ? await editTarget(sent.ask, edited, sent.field("from")) : await composeTarget(sent.ask, written(sent));
  return leadTo(sent, sent.words.to(path), { said: { version: saved.version, said: saved.updatedAt === null ? "" : sent.words.t("compose.draftSaved") } });
};

/** From the list: it comes again without the draft, and with a form that brings it back. */
export const deleteDraft: Form = async (sent) => {
  const at = { discussion: sent.field("discussion"), place: sent.field("place") };
  const { was, version } = await sent.ask.drafts.delete({ ...at, version: wholeNumber(sent.field("version")) ?? 0 });
  return listed(sent, { ...at, ...was, version });
};

/** Brings back what was just thrown away. */
export const restoreDraft: Form = async (sent) => {
  await sent.ask.drafts.save({ discussion: sent.field("discussion"), place: sent.field("place"), kind: kindOf(sent), body: sent.field("body"), proposal: sent.field("proposal") || null, version: wholeNumber(sent.field("version")) ?? 0 });
  return leadTo(sent, sent.words.to("/me/drafts"));
};

async function listed({ words, ask, context }: Sent, deleted: Parameters<typeof DraftsPage>[0]["deleted"]): Promise<Response> {
  const { drafts, next } = await ask.drafts.list({});
  return ownDocument(<DraftsPage words={words} reader={context.reader} drafts={drafts} next={next} after={null} deleted={deleted} />);
}
