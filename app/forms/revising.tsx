/** Revising by forms: each act leads to where what was done is seen, or comes back with the review and what is wrong. */
import { isCarryGroup } from "../../domain/carry-over";
import { carryingRefused, noSuch } from "../../server/refusals";
import { spanIn, wholeNumber } from "../_asking/request";
import { PassagesPage } from "../_ui/editor/passages-page";
import { ReviewPage } from "../_ui/editor/review-page";
import { WordsPage } from "../_ui/editor/words-page";
import { articlePath, editorPath, reviewPath } from "../_ui/paths";
import { draftAgain, throwIfNowhere } from "./editing-again";
import { comeBack, type Form, leadTo, type Sent } from "./form";
import { until } from "./until";

const ofDraft = ({ field }: Sent) => ({ slug: field("of"), version: wholeNumber(field("version")) ?? 0 });

/** Slugs may be of any script; a header is not. */
const inPath = (slug: string): string => encodeURIComponent(slug);

export const begin: Form = async (sent) => {
  const { slug, isOthers } = await sent.ask.revising.begin({ slug: sent.field("of") });
  return leadTo(sent, sent.words.to(`${editorPath(inPath(slug))}${isOthers ? "?others=1" : ""}`));
};

/** What takes no longer needs no page to wait on. */
const WAITED_MS = 1_000;

export const makeReview: Form = async (sent) => {
  try {
    await sent.ask.revising.makeReview(ofDraft(sent));
    const { carrying } = await soonEnded(sent);
    // A text that cannot be published as it is, is told where it is corrected.
    if (carrying?.refusal && !carrying.isRunning) return await draftAgain(sent, carryingRefused(carrying.refusal));
    return leadTo(sent, toReview(sent));
  } catch (error) {
    return draftAgain(sent, error);
  }
};

/** About one thread, some, or all that ask the same as one does. */
export const decide: Form = async (sent) => {
  try {
    const [kind, number, threads, alike] = [sent.field("decision"), wholeNumber(sent.field("number")), sent.field("threads").split(" ").filter(Boolean), sent.field("alike")];
    const which = alike === "" ? { threads, seen: sent.field("seen") || null } : { alike };
    const decision = decisionOf(kind, number ?? 0, sent);
    if (decision === null) throw noSuch("thread");
    await sent.ask.revising.decide({ ...ofDraft(sent), which, decision });
    return leadTo(sent, toReview(sent, sent.field("then")));
  } catch (error) {
    const choosing = sent.field("choosing");
    return choosing === "" ? reviewAgain(sent, error) : choosing === "words" ? wordsAgain(sent, error) : passagesAgain(sent, error);
  }
};

/** `at`: code points, "12-40", of a sentence that was pressed or of words that were selected; else the words themselves. */
function decisionOf(kind: string, number: number, { field }: Sent) {
  if (kind === "attached") {
    const isWhole = field("choosing") !== "words" || field("whole") !== "";
    return { kind: "attached" as const, number, words: isWhole ? null : spanIn(field("at")), quote: isWhole ? null : field("words") };
  }
  return kind === "accepted" || kind === "detached" ? { kind: kind === "accepted" ? ("accepted" as const) : ("detached" as const) } : null;
}

export const undo: Form = async (sent) => {
  try {
    const { thread, group } = await sent.ask.revising.undo(ofDraft(sent));
    return leadTo(sent, sent.words.to(`${reviewPath(inPath(sent.field("of")), { group })}#t-${thread}`));
  } catch (error) {
    return reviewAgain(sent, error);
  }
};

export const publish: Form = async (sent) => {
  try {
    const slug = sent.field("of");
    await sent.ask.revising.publish({ ...ofDraft(sent), why: sent.field("why"), agreed: sent.field("agreed") !== "" });
    const { hasDraft, carrying } = await soonEnded(sent);
    if (!hasDraft) return leadTo(sent, sent.words.to(articlePath(inPath(slug))));
    if (carrying?.refusal && !carrying.isRunning) return await reviewAgain(sent, carryingRefused(carrying.refusal));
    return leadTo(sent, toReview(sent));
  } catch (error) {
    return reviewAgain(sent, error);
  }
};

/** The review, at the thread that comes next in its group. */
function toReview({ words, field }: Sent, thread = ""): string {
  const [group, after] = [field("group"), field("after")];
  return words.to(`${reviewPath(inPath(field("of")), { group: isCarryGroup(group) ? group : undefined, after: after || undefined })}${thread === "" ? "" : `#t-${thread}`}`);
}

function soonEnded({ ask, field }: Sent) {
  return until(WAITED_MS, () => ask.revising.carrying({ slug: field("of") }), ({ hasDraft, carrying }) => !hasDraft || carrying?.isRunning !== true);
}

async function reviewAgain(sent: Sent, error: unknown): Promise<Response> {
  throwIfNowhere(error);
  const { words, ask, context, field } = sent;
  const group = field("group");
  const review = await ask.revising.review({ slug: field("of"), group: isCarryGroup(group) ? group : null, after: field("after") || null });
  return comeBack(sent, error, (why) => <ReviewPage words={words} reader={context.reader} review={review} written={{ why: field("why") }} error={why} />);
}

async function wordsAgain(sent: Sent, error: unknown): Promise<Response> {
  throwIfNowhere(error);
  const { words, ask, context, field } = sent;
  const chosen = await ask.revising.passage({ slug: field("of"), thread: field("threads"), number: wholeNumber(field("number")) ?? 0 });
  const way = { group: field("group"), after: field("after"), then: field("then") };
  return comeBack(sent, error, (why) => <WordsPage words={words} reader={context.reader} chosen={chosen} written={field("words")} way={way} error={why} />);
}

async function passagesAgain(sent: Sent, error: unknown): Promise<Response> {
  throwIfNowhere(error);
  const { words, ask, context, field } = sent;
  const passages = await ask.revising.passages({ slug: field("of"), thread: field("threads"), query: field("query") });
  return comeBack(sent, error, (why) => <PassagesPage words={words} reader={context.reader} passages={passages} way={{ group: field("group"), after: field("after"), then: field("then") }} error={why} />);
}
