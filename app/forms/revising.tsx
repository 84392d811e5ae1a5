/** Revising by forms: each act leads to where what was done is seen, or comes back with the review and what is wrong. */
import { isCarryGroup } from "../../domain/carry-over";
import { noSuch } from "../../server/refusals";
import { wholeNumber } from "../_asking/request";
import { ReviewPage } from "../_ui/editor/review-page";
import { articlePath, editorPath, reviewPath } from "../_ui/paths";
import { draftAgain, throwIfNowhere } from "./editing-again";
import { comeBack, type Form, leadTo, type Sent } from "./form";

const ofDraft = ({ field }: Sent) => ({ slug: field("of"), version: wholeNumber(field("version")) ?? 0 });

/** Slugs may be of any script; a header is not. */
const inPath = (slug: string): string => encodeURIComponent(slug);

export const begin: Form = async (sent) => {
  const { slug, isOthers } = await sent.ask.revising.begin({ slug: sent.field("of") });
  return leadTo(sent, sent.words.to(`${editorPath(inPath(slug))}${isOthers ? "?others=1" : ""}`));
};

export const makeReview: Form = async (sent) => {
  try {
    await sent.ask.revising.makeReview(ofDraft(sent));
    return leadTo(sent, sent.words.to(reviewPath(inPath(sent.field("of")))));
  } catch (error) {
    return draftAgain(sent, error);
  }
};

export const decide: Form = async (sent) => {
  try {
    const [kind, number, threads] = [sent.field("decision"), wholeNumber(sent.field("number")), sent.field("threads").split(" ").filter(Boolean)];
    if (kind === "attached") await sent.ask.revising.decide({ ...ofDraft(sent), threads, decision: { kind, number: number ?? 0 } });
    else if (kind === "accepted" || kind === "detached") await sent.ask.revising.decide({ ...ofDraft(sent), threads, decision: { kind } });
    else throw noSuch("thread");
    const group = sent.field("group");
    return leadTo(sent, sent.words.to(reviewPath(inPath(sent.field("of")), { group: isCarryGroup(group) ? group : undefined })));
  } catch (error) {
    return reviewAgain(sent, error);
  }
};

export const publish: Form = async (sent) => {
  try {
    const { slug } = await sent.ask.revising.publish({ ...ofDraft(sent), why: sent.field("why") });
    return leadTo(sent, sent.words.to(articlePath(inPath(slug))));
  } catch (error) {
    return reviewAgain(sent, error);
  }
};

async function reviewAgain(sent: Sent, error: unknown): Promise<Response> {
  throwIfNowhere(error);
  const { words, ask, context } = sent;
  const group = sent.field("group");
  const review = await ask.revising.review({ slug: sent.field("of"), group: isCarryGroup(group) ? group : null });
  return comeBack(sent, error, (why) => <ReviewPage words={words} reader={context.reader} review={review} error={why} />);
}
