/** What a form says of an assignment, checked: each fault beside its field. */
import { z } from "zod";
import { momentOfWallTime, faultOfDates } from "../../domain/classroom/dates";
import type { GateRule, Requirement } from "../../domain/classroom/terms";
import { faultOfText, normalised } from "../../domain/text";
import { commentKinds } from "../../domain/thread";
import { line } from "../classes/make";
import { badField, Refusal } from "../refusals";

/** In code points: a title stands in lists, instructions on one screen, a prompt is the first comment of a thread. */
export const TITLE_LENGTH = 120;
export const INSTRUCTIONS_LENGTH = 5_000;
export const PROMPT_LENGTH = 2_000;
/** Questions asked at once in the form: more can be added when these are saved. */
export const PROMPTS_AT_ONCE = 5;
/** Those of a copy come all at once. */
export const MOST_PROMPTS = 50;

export const gateKinds = ["none", "after", "at", "teacher"] as const;
/** Counts with the most that is sensible for one student and one article. */
export const REQUIRED = { comments: 100, replies: 100, passages: 100, words: 20_000, leastWords: 500 } as const;

const text = z.string().default("");

/** As a form sends it: numbers and times as they were written, times as clocks of the class's zone show them. `kinds`: that count; `allowed`: that may be chosen, empty: any. `revision`: a number, empty: the newest when it is made, or as it is. `looksFirst`: see the schema. */
export const assignmentWish = z.object({
  ...{ title: text, instructions: text, followsNewest: z.boolean().default(false) },
  ...{ opensAt: text, commentsDueAt: text, repliesDueAt: text, cutOffAt: text, takesLate: z.boolean().default(false), offADay: text, least: text },
  ...{ comments: text, replies: text, passages: text, words: text, leastWords: text, kinds: z.array(z.enum(commentKinds)).default([]), allowed: z.array(z.enum(commentKinds)).default([]), revision: text },
  ...{ gate: z.enum(gateKinds).default("none"), gateOwn: text, gateAt: text, looksFirst: z.boolean().default(false) },
  prompts: z.array(z.object({ block: text, text })).max(MOST_PROMPTS).default([]),
});
export type AssignmentWish = z.output<typeof assignmentWish>;

/** @throws Refusal badField */
export function checkedAssignment(wish: AssignmentWish, timeZone: string) {
  const dates = { opensAt: momentIn("opensAt", wish.opensAt, timeZone), commentsDueAt: momentIn("commentsDueAt", wish.commentsDueAt, timeZone), repliesDueAt: momentIn("repliesDueAt", wish.repliesDueAt, timeZone), cutOffAt: momentIn("cutOffAt", wish.cutOffAt, timeZone) };
  const wrong = faultOfDates(dates);
  if (wrong) throw badField(wrong, { fault: "datesOrder" });
  const required: Requirement = {
    ...{ comments: wholeIn("comments", wish.comments, REQUIRED.comments), replies: wholeIn("replies", wish.replies, REQUIRED.replies), passages: wholeIn("passages", wish.passages, REQUIRED.passages) },
    ...{ words: wholeIn("words", wish.words, REQUIRED.words), leastWords: wholeIn("leastWords", wish.leastWords, REQUIRED.leastWords), kinds: wish.kinds },
  };
  return {
    title: line("title", wish.title, TITLE_LENGTH),
    instructions: textIn("instructions", wish.instructions, INSTRUCTIONS_LENGTH),
    followsNewest: wish.followsNewest,
    ...dates,
    late: wish.takesLate ? { offADay: wholeIn("offADay", wish.offADay, 100), least: wholeIn("least", wish.least, 100) } : null,
    required,
    kinds: allowedIn(wish),
    gate: gateIn(wish, timeZone),
    looksFirst: wish.looksFirst,
    timeZone,
  };
}

/** None chosen: any may be. What must be among them must be allowed. @throws Refusal badField allowed */
function allowedIn({ kinds, allowed }: AssignmentWish): AssignmentWish["allowed"] | null {
  if (allowed.length === 0) return null;
  if (kinds.some((kind) => !allowed.includes(kind))) throw badField("allowed", { fault: "kindsContradict" });
  return commentKinds.filter((kind) => allowed.includes(kind));
}

/** In the hour that clocks leave out there is no such time: the two nearest are told. @throws Refusal badField */
export function momentIn(field: string, written: string, timeZone: string): Date | null {
  if (written.trim() === "") return null;
  const found = momentOfWallTime(written.trim(), timeZone);
  if ("moment" in found) return found.moment;
  if (found.fault === "notATime") throw badField(field, { fault: "notATime" });
  throw new Refusal("BAD_REQUEST", "field.clocksLeap", { field, values: { before: found.before.replace("T", " "), after: found.after.replace("T", " ") } });
}

function wholeIn(field: string, written: string, most: number, least = 0): number {
  const number = written.trim() === "" ? 0 : /^\d{1,6}$/.test(written.trim()) ? Number(written.trim()) : -1;
  if (number < least || number > most) throw new Refusal("BAD_REQUEST", "field.wholeNumber", { field, values: { least, most } });
  return number;
}

function textIn(field: string, written: string, most: number): string {
  const asked = normalised(written);
  const fault = asked === "" ? null : faultOfText(asked, { most });
  if (fault) throw badField(field, fault);
  return asked;
}

function gateIn({ gate, gateOwn, gateAt }: AssignmentWish, timeZone: string): GateRule {
  switch (gate) {
    case "none":
    case "teacher":
      return { kind: gate };
    case "after":
      return { kind: "after", own: wholeIn("gateOwn", gateOwn, REQUIRED.comments, 1) };
    case "at": {
      const at = momentIn("gateAt", gateAt, timeZone);
      if (!at) throw badField("gateAt", { fault: "notATime" });
      return { kind: "at", at: at.toISOString() };
    }
  }
}

/** `blocks`: how many paragraphs the article has; the number empty: on the whole. @throws Refusal badField */
export function checkedPrompts(prompts: AssignmentWish["prompts"], blocks: number): { block: number | null; text: string }[] {
  return prompts.flatMap((one, at) => {
    const asked = textIn(`prompt-${at + 1}`, one.text, PROMPT_LENGTH);
    if (asked === "") return [];
    const block = wholeIn(`block-${at + 1}`, one.block, 999_999);
    if (block > blocks) throw badField(`block-${at + 1}`, { fault: "noSuchNumber" });
    return [{ block: block === 0 ? null : block, text: asked }];
  });
}
