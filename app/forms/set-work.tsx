/** Setting work by forms. */
import { commentKinds } from "../../domain/thread";
import { groupings } from "../../server/assignments/save";
import { type AssignmentWish, gateKinds, MOST_PROMPTS, PROMPTS_AT_ONCE } from "../../server/assignments/wish";
import { settingsPage } from "../assignments/settings";
import { wholeNumber } from "../_asking/request";
import { AssignmentFormPage, type WrittenAssignment } from "../_ui/classes/assignment-form-page";
import { assignmentSettingsPath, classPath, withQuery } from "../_ui/paths";
import { readerOf, toClass } from "./classes";
import { throwIfNowhere } from "./editing-again";
import { comeBack, type Form, leadTo, type Sent } from "./form";

/** As many as the form had places for. */
function promptsIn(names: readonly string[]): number {
  return Math.max(PROMPTS_AT_ONCE, Math.min(MOST_PROMPTS, names.filter((name) => /^prompt-\d{1,2}$/.test(name)).length));
}

function wishIn({ field, all, names }: Sent): AssignmentWish {
  const isOn = (name: string): boolean => field(name) !== "";
  return {
    ...{ title: field("title"), instructions: field("instructions"), followsNewest: isOn("followsNewest") },
    ...{ opensAt: field("opensAt"), commentsDueAt: field("commentsDueAt"), repliesDueAt: field("repliesDueAt"), cutOffAt: field("cutOffAt"), takesLate: isOn("takesLate"), offADay: field("offADay"), least: field("least") },
    ...{ comments: field("comments"), replies: field("replies"), passages: field("passages"), words: field("words"), leastWords: field("leastWords"), kinds: commentKinds.filter((kind) => all("kinds").includes(kind)), allowed: commentKinds.filter((kind) => all("allowed").includes(kind)), revision: field("revision") },
    ...{ gate: gateKinds.find((kind) => kind === field("gate")) ?? "none", gateOwn: field("gateOwn"), gateAt: field("gateAt"), looksFirst: isOn("looksFirst") },
    prompts: Array.from({ length: promptsIn(names()) }, (_, at) => ({ block: field(`block-${at + 1}`), text: field(`prompt-${at + 1}`) })),
  };
}

function writtenIn(sent: Sent): WrittenAssignment {
  return { wish: wishIn(sent), hasPseudonyms: sent.field("hasPseudonyms") !== "", grouping: { how: groupings.find((how) => how === sent.field("groups")) ?? "together", number: sent.field("groupNumber") } };
}

/** What it is a copy of, as the form that came filled in said. */
function fromIn({ field }: Sent) {
  const days = /^-?\d{1,4}$/.test(field("days")) ? Number(field("days")) : null;
  return field("from") === "" ? null : { assignment: field("from"), isGraded: field("isGraded") !== "", shift: days === null ? null : { days } };
}

/** Saved first, whichever button was pressed: what is then set is what is written. */
export const make: Form = async (sent) => {
  const { ask, field, words } = sent;
  const [written, of, article, from] = [writtenIn(sent), field("class"), field("article"), fromIn(sent)];
  let id: string;
  try {
    ({ id } = await ask.assignments.make({ class: of, article, ...written, from }));
  } catch (error) {
    throwIfNowhere(error);
    const [{ class: led }, { head, revisions }, reader] = [await ask.assignments.articlesToSet({ class: of }), await ask.revisions.list({ slug: article }), readerOf(sent)];
    const hidden = { class: of, article, ...(from ? { from: from.assignment, isGraded: field("isGraded"), days: field("days") } : {}) };
    return comeBack(sent, error, (why) => (
      <AssignmentFormPage words={words} reader={reader} of={led} timeZone={led.timeZone} about={head} revisions={revisions} path={classPath(of, "assignments/new")} hidden={hidden} existing={null} written={written} done={null} error={why} />
    ));
  }
  if (field("set") === "") return leadTo(sent, withQuery(words.to(assignmentSettingsPath(id)), { done: "saved" }));
  try {
    await ask.assignments.set({ assignment: id });
    return toClass(sent, of, undefined, "set");
  } catch (error) {
    // It is made: sent once more it must not be made twice.
    throwIfNowhere(error);
    const [work, reader] = [await ask.assignments.settings({ assignment: id }), readerOf(sent)];
    return comeBack(sent, error, (why) => settingsPage({ words, reader, work, done: null, error: why }));
  }
};

export const change: Form = async (sent) => {
  const { ask, field, words } = sent;
  const [written, id] = [writtenIn(sent), field("assignment")];
  try {
    await ask.assignments.change({ assignment: id, version: wholeNumber(field("version")) ?? 0, wish: written.wish });
    if (field("set") !== "") await ask.assignments.set({ assignment: id });
    return leadTo(sent, withQuery(words.to(assignmentSettingsPath(encodeURIComponent(id))), { done: field("set") === "" ? "saved" : "set" }));
  } catch (error) {
    throwIfNowhere(error);
    const [work, reader] = [await ask.assignments.settings({ assignment: id }), readerOf(sent)];
    return comeBack(sent, error, (why) => settingsPage({ words, reader, work, wish: written.wish, done: null, error: why }));
  }
};
