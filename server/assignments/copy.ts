/** Copying one assignment: the form in which a new one is made comes filled in. */
import type { CopiedPart, Shift } from "../../domain/classroom/copying";
import { localIn } from "../../domain/opening";
import type { Reader } from "../../domain/permissions";
import { ledClass } from "../classes/visible";
import { noSuch, notAllowed } from "../refusals";
import type { Context } from "../trpc";
import { copiesOf } from "./copied";
import type { Grouping } from "./save";
import { taughtAssignment } from "./visible";
import { type AssignmentWish } from "./wish";

type Asked = Context & { reader: Reader };

/** What a teacher sees of one they may copy: also of a class that takes nothing any more. @throws Refusal noSuch.page, notAllowed.teacherOnly */
export async function copySource(ctx: Asked, id: string) {
  const found = await taughtAssignment(ctx, id);
  if (found.me.role !== "teacher") throw notAllowed("teacherOnly");
  return found;
}

/** Into `class`, which may be another that the reader teaches. @throws Refusal noSuch.page, noSuch.article, notAllowed.teacherOnly, classClosed */
export async function assignmentToCopy(ctx: Asked, input: { class: string; from: string; parts: readonly CopiedPart[]; shift: Shift }) {
  const led = await ledClass(ctx, input.class);
  await copySource(ctx, input.from);
  const [copy] = await copiesOf(ctx.db, { assignment: input.from }, { parts: input.parts, shift: input.shift, timeZone: led.timeZone });
  if (!copy || copy.isGone) throw noSuch("article");
  const local = (at: Date | null): string => (at === null ? "" : localIn(at, led.timeZone));
  const number = (count: number): string => (count === 0 ? "" : String(count));
  const { required, gate, late, dates } = copy;
  const wish: AssignmentWish = {
    ...{ title: copy.title, instructions: copy.instructions, followsNewest: copy.followsNewest },
    ...{ opensAt: local(dates.opensAt), commentsDueAt: local(dates.commentsDueAt), repliesDueAt: local(dates.repliesDueAt), cutOffAt: local(dates.cutOffAt) },
    ...{ takesLate: late !== null, offADay: late ? String(late.offADay) : "", least: late ? String(late.least) : "" },
    ...{ comments: number(required.comments), replies: number(required.replies), passages: number(required.passages), words: number(required.words), leastWords: number(required.leastWords), kinds: [...required.kinds], allowed: [...(copy.kinds ?? [])], revision: String(copy.article.revision) },
    ...{ gate: gate.kind, gateOwn: gate.kind === "after" ? String(gate.own) : "", gateAt: gate.kind === "at" ? local(new Date(gate.at)) : "", looksFirst: copy.looksFirst },
    prompts: copy.prompts.map(({ text, block }) => ({ text, block: block === null ? "" : String(block) })),
  };
  const grouping: Grouping = copy.groups > 1 ? { how: "count", number: String(copy.groups) } : { how: "together", number: "" };
  return {
    class: { id: led.id, name: led.name, timeZone: led.timeZone },
    article: copy.article,
    ...{ wish, hasPseudonyms: copy.hasPseudonyms, grouping, hasRule: copy.rule !== null, needsDates: copy.needsDates, leaps: copy.leaps },
    lost: copy.prompts.filter(({ was, block }) => was !== null && block === null).map(({ text, was }) => ({ text, was: was ?? 0 })),
  };
}
