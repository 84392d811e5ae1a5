/** Moderating by forms: each act leads to what comes next, or comes back with the case and what is wrong. */
import { commentActs, memberActs, threadActs } from "../../domain/moderation/decision";
import { canModerate } from "../../domain/moderation/authority";
import type { Reader } from "../../domain/permissions";
import { badField, noSuch } from "../../server/refusals";
import { ownDocument } from "../_asking/answers";
import { wishIn } from "../_asking/moderators";
import { wholeNumber } from "../_asking/request";
import { LeftCasePage } from "../_ui/moderation/left-case-page";
import { MovePage } from "../_ui/moderation/move-page";
import type { DecideValues } from "../_ui/moderation/item-decide";
import { QueuePage } from "../_ui/moderation/queue-page";
import { itemPath, placeOfItem, queuePath, type Way } from "../_ui/moderation/queue-paths";
import { queueProps } from "../moderation/pages";
import { reasonsIn } from "./administration";
import { throwIfNowhere } from "./editing-again";
import { comeBack, type Form, leadTo, type Sent } from "./form";
import { reasonsOf } from "./reasons";

const DAY_MS = 24 * 60 * 60 * 1000;

const wayIn = (sent: Sent): Way => wishIn(new URLSearchParams(sent.field("way")));

function moderatorIn({ context: { reader } }: Sent): Reader {
  if (!reader || !canModerate(reader)) throw noSuch("page");
  return reader;
}

function valuesIn(sent: Sent): DecideValues {
  return { ...reasonsIn(sent), act: sent.field("act"), days: sent.field("days") };
}

/** The case again, and what is wrong. `values`: what was written, of the form that decides. */
async function caseAgain(sent: Sent, error: unknown, values: DecideValues | null = null): Promise<Response> {
  const { words, context, ask, field } = sent;
  const props = await queueProps({ words, now: context.now(), reader: moderatorIn(sent), ask }, wayIn(sent), field("item") || null, { batch: null, says: null });
  if ("appeal" in props) throw error;
  return comeBack(sent, error, (why) => <QueuePage {...props} error={why} values={values} wrote={{ note: field("note"), whom: field("whom"), question: field("question") }} />);
}

/** The next case, or the list when there is none. */
async function onward(sent: Sent, more: Record<string, string | undefined>, after = sent.field("place")): Promise<Response> {
  const way = wayIn(sent);
  const next = after === "" ? null : await sent.ask.moderation.next({ ...way, after });
  if (next && (next.kind === "appeal" || next.isOfClass)) return leadTo(sent, sent.words.to(queuePath(way, more)));
  return leadTo(sent, sent.words.to(next ? `${placeOfItem(next, way, more)}#item` : queuePath(way, more)));
}

const back = (sent: Sent, more: Record<string, string | undefined>): Response => leadTo(sent, sent.words.to(`${itemPath(sent.field("item"), wayIn(sent), more)}#item`));

/** About the comment it goes on to the next; about the thread or the author it stays, for the comment still waits. */
export const decide: Form = async (sent) => {
  const { ask, context, field } = sent;
  const act = field("act");
  const [onComment, onThread, onMember] = [commentActs.find((one) => one === act), threadActs.find((one) => one === act), memberActs.find((one) => one === act)];
  try {
    const reasons = reasonsOf(sent);
    if (onComment) {
      if (field("over") !== "") await ask.moderation.claim({ item: field("item"), over: true });
      const { batch } = await ask.moderation.decideComments({ act: onComment, comments: [{ id: field("item"), seen: wholeNumber(field("seen")) }], reasons });
      return field("place") === "" ? back(sent, { done: batch }) : await onward(sent, { done: batch });
    }
    if (onThread) return back(sent, { done: (await ask.moderation.decideThread({ act: onThread, thread: field("thread"), reasons })).batch });
    if (!onMember) throw badField("act", { fault: "required" });
    const days = wholeNumber(field("days")) ?? 0;
    const until = onMember === "warn" || onMember === "lift" || days === 0 ? null : new Date(context.now().getTime() + days * DAY_MS);
    return back(sent, { done: (await ask.moderation.decideMember({ act: onMember, member: field("member"), until, reasons })).batch });
  } catch (error) {
    return caseAgain(sent, error, valuesIn(sent));
  }
};

const counted = (count: number): string | undefined => (count > 0 ? String(count) : undefined);

/** Those selected in the list, each as it was seen there. */
export const bulk: Form = async (sent) => {
  const act = commentActs.find((one) => one === sent.field("act"));
  const comments = sent.all("ids").map((given) => given.split(" ")).map(([id = "", seen = ""]) => ({ id, seen: wholeNumber(seen) }));
  try {
    if (!act || comments.length === 0) throw badField("ids", { fault: "required" });
    const { batch, skipped } = await sent.ask.moderation.decideComments({ act, comments, reasons: reasonsOf(sent) });
    const claimed = skipped.filter(({ why }) => why === "claimed").length;
    return leadTo(sent, sent.words.to(queuePath(wayIn(sent), { done: batch, skipped: counted(skipped.length - claimed), claimed: counted(claimed) })));
  } catch (error) {
    return caseAgain(sent, error);
  }
};

/** A batch of all that a member wrote; while there is more, the page asks to go on, which a script does by itself. */
export const decideAll: Form = async (sent) => {
  const { ask, field } = sent;
  try {
    const since = new Date(`${field("since")}T00:00:00Z`);
    if (Number.isNaN(since.getTime())) throw badField("since", { fault: "required" });
    const act = field("act") === "remove" ? ("remove" as const) : ("hide" as const);
    const { batch, decided, skipped, claimed, next, left } = await ask.moderation.decideAll({ act, member: field("member"), since, after: field("after") || null, batch: field("batch") || null, reasons: reasonsOf(sent) });
    const before = (name: string) => wholeNumber(field(name)) ?? 0;
    const [done, passed, inHand] = [before("decided") + decided, before("passed") + skipped - claimed, before("claimed") + claimed];
    if (next === null) return back(sent, { done: batch, skipped: counted(passed), claimed: counted(inHand) });
    const props = await queueProps({ words: sent.words, now: sent.context.now(), reader: moderatorIn(sent), ask }, wayIn(sent), field("item"), { batch, says: null });
    if ("appeal" in props) throw noSuch("comment");
    const goOn = { item: field("item"), member: field("member"), way: field("way"), act, since: field("since"), ground: field("ground"), law: field("law"), facts: field("facts"), after: next, batch, decided: String(done), passed: String(passed), claimed: String(inHand) };
    return await ownDocument(<QueuePage {...props} error={null} goOn={{ hidden: goOn, done, left }} />);
  } catch (error) {
    return caseAgain(sent, error);
  }
};

export const move: Form = async (sent) => {
  const { words, ask, field } = sent;
  try {
    const { batch } = await ask.moderation.decideThread({ act: "move", thread: field("thread"), reasons: reasonsOf(sent), to: { block: wholeNumber(field("number")) ?? 0, words: null, quote: field("words") } });
    return back(sent, { done: batch });
  } catch (error) {
    const reader = moderatorIn(sent);
    const passages = await ask.moderation.passages({ item: field("item"), query: field("query").slice(0, 200), page: wholeNumber(field("page")) || 1 });
    return comeBack(sent, error, (why) => <MovePage words={words} reader={reader} passages={passages} values={reasonsIn(sent)} only={field("words")} error={why} />);
  }
};

export const undo: Form = async (sent) => {
  try {
    const { undone } = await sent.ask.moderation.undo({ batch: sent.field("batch") });
    const more = { undone: String(undone) };
    return sent.field("item") === "" ? leadTo(sent, sent.words.to(queuePath(wayIn(sent), more))) : back(sent, more);
  } catch (error) {
    return caseAgain(sent, error);
  }
};

/** What changes nothing for anybody but moderators: back to the case, which tells. */
function beside(act: (sent: Sent) => Promise<string>): Form {
  return async (sent) => {
    try {
      return back(sent, { did: await act(sent) });
    } catch (error) {
      return caseAgain(sent, error);
    }
  };
}

export const claim = beside(async ({ ask, field }) => {
  await ask.moderation.claim({ item: field("item"), over: field("over") !== "" });
  return "claimed";
});

export const release = beside(async ({ ask, field }) => {
  await ask.moderation.release({ item: field("item") });
  return "released";
});

export const snooze = beside(async ({ ask, field }) => {
  const left = wholeNumber(field("left")) ?? 0;
  await ask.moderation.snooze({ member: field("member"), left });
  return left === 0 ? "woken" : "snoozed";
});

export const note = beside(async ({ ask, field }) => {
  await ask.moderation.note({ about: field("about") === "member" ? field("member") : field("item"), note: field("note") });
  return "noted";
});

export const ask = beside(async ({ ask: asks, field }) => {
  await asks.moderation.ask({ item: field("item"), whom: field("whom"), question: field("question") });
  return "asked";
});

/** What a class leaves to moderators: back to the list, for what is decided is the class's alone. */
export const decideClassCase: Form = async (sent) => {
  const { words, field } = sent;
  const [act, reader] = [commentActs.find((one) => one === field("act")), moderatorIn(sent)];
  try {
    if (!act) throw badField("act", { fault: "required" });
    await sent.ask.moderation.decideClassCase({ item: field("item"), seen: wholeNumber(field("seen")), act, reasons: reasonsOf(sent) });
    return leadTo(sent, words.to(queuePath({}, { did: "decided" })));
  } catch (error) {
    throwIfNowhere(error);
    const view = await sent.ask.moderation.classCase({ item: field("item") });
    return comeBack(sent, error, (why) => <LeftCasePage words={words} reader={reader} view={view} values={{ ...reasonsIn(sent), act: field("act") }} error={why} />);
  }
};
