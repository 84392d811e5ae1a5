/** Decisions and objections by forms: each leads back to where it is seen, or comes back with what was written and what is wrong. */
import { canModerate } from "../../domain/moderation/authority";
import { badField } from "../../server/refusals";
import { wholeNumber } from "../_asking/request";
import { AppealPage } from "../_ui/moderation/appeal-page";
import { LogRowPage } from "../_ui/moderation/log-row-page";
import { StatementPage } from "../_ui/moderation/statement-page";
import { appealPath, decisionPath, doorPath, logRowPath, noticesPath, withQuery } from "../_ui/paths";
import { throwIfNowhere } from "./editing-again";
import { comeBack, type Form, leadTo, type Sent } from "./form";

export const acknowledge: Form = async (sent) => {
  await sent.ask.decisions.acknowledge({ decision: sent.field("decision") });
  return leadTo(sent, sent.words.to(decisionPath(sent.field("decision"))));
};

export const open: Form = async (sent) => {
  try {
    await sent.ask.appeals.open({ decision: sent.field("decision"), body: sent.field("body") });
    return leadTo(sent, sent.words.to(decisionPath(sent.field("decision"))));
  } catch (error) {
    return toStatement(sent, error);
  }
};

/** As a suspended member does, by their link alone. */
function byLink(say: (sent: Sent, given: { token: string; body: string }) => Promise<void>): Form {
  return async (sent) => {
    const { words, ask, field } = sent;
    const token = field("token");
    try {
      await say(sent, { token, body: field("body") });
      return leadTo(sent, words.to(doorPath(token)));
    } catch (error) {
      throwIfNowhere(error);
      const statement = await ask.decisions.statementByLink({ token });
      return comeBack(sent, error, (why) => <StatementPage words={words} reader={null} token={token} statement={statement} body={field("body")} error={why} />);
    }
  };
}

export const objectByLink = byLink(({ ask }, given) => ask.decisions.objectByLink(given));
export const writeByLink = byLink(({ ask }, given) => ask.decisions.writeByLink(given));

/** By both sides: the field says from which page. */
export const write: Form = async (sent) => {
  const { field, words } = sent;
  const isByModerator = field("as") === "moderator";
  try {
    await sent.ask.appeals.write({ appeal: field("appeal"), body: field("body") });
    return leadTo(sent, words.to(isByModerator ? appealPath(field("appeal")) : decisionPath(field("decision"))));
  } catch (error) {
    return isByModerator ? toCase(sent, error) : toStatement(sent, error);
  }
};

export const decide: Form = async (sent) => {
  const { field, words } = sent;
  try {
    const outcome = field("outcome");
    if (outcome !== "upheld" && outcome !== "reversed") throw badField("outcome", { fault: "required" });
    await sent.ask.appeals.decide({ appeal: field("appeal"), seen: wholeNumber(field("seen")) ?? 0, outcome, facts: field("facts") });
    return leadTo(sent, withQuery(words.to(appealPath(field("appeal"))), { done: "1" }));
  } catch (error) {
    return toCase(sent, error);
  }
};

export const markAllNotices: Form = async (sent) => {
  await sent.ask.notices.markAll({ until: sent.field("until") });
  return leadTo(sent, sent.words.to(noticesPath()));
};

export const redact: Form = async (sent) => {
  const order = wholeNumber(sent.field("order")) ?? 0;
  try {
    await sent.ask.record.redact({ order, why: sent.field("why") });
    return leadTo(sent, withQuery(sent.words.to(logRowPath(order)), { done: "1" }));
  } catch (error) {
    throwIfNowhere(error);
    const [{ words, context, ask }, row] = [sent, await sent.ask.record.row({ order })];
    return comeBack({ ...sent, ask }, error, (why) => <LogRowPage words={words} reader={context.reader} row={row} isDone={false} why={sent.field("why")} error={why} />);
  }
};

async function toStatement(sent: Sent, error: unknown): Promise<Response> {
  throwIfNowhere(error);
  const { words, ask, field, context } = sent;
  const [{ reader }, statement] = [context, await ask.decisions.statement({ decision: field("decision") })];
  if (!reader) throw error;
  return comeBack(sent, error, (why) => <StatementPage words={words} reader={reader} statement={statement} body={field("body")} error={why} />);
}

async function toCase(sent: Sent, error: unknown): Promise<Response> {
  throwIfNowhere(error);
  const { words, ask, field, context } = sent;
  const { reader } = context;
  if (!reader || !canModerate(reader)) throw error;
  const appeal = await ask.appeals.case({ appeal: field("appeal") });
  return comeBack(sent, error, (why) => <AppealPage words={words} reader={reader} appeal={appeal} isDone={false} values={{ body: field("body"), outcome: field("outcome"), facts: field("facts") }} error={why} />);
}
