/** Grading by forms. */
import { measures } from "../../domain/classroom/grading-rules";
import { STEPS, type WrittenRule } from "../../domain/classroom/rule-form";
import type { Reader } from "../../domain/permissions";
import { noSuch } from "../../server/refusals";
import { refusalOf } from "../../server/trpc";
import { ownDocument } from "../_asking/answers";
import { formErrorOf } from "../_asking/refused";
import { wholeNumber } from "../_asking/request";
import { GradingPage } from "../_ui/grades/grading-page";
import { gradingPath, studentPath } from "../_ui/grades/paths";
import type { WrittenGrading } from "../_ui/grades/rule-fields";
import { StudentPage } from "../_ui/grades/student-page";
import { throwIfNowhere } from "./editing-again";
import { comeBack, type Form, leadTo, type Sent } from "./form";

function writtenIn({ field }: Sent): WrittenGrading {
  const byMeasure = (what: "full" | "weight"): WrittenRule["full"] => Object.fromEntries(measures.map((of) => [of, field(`${what}-${of}`)]));
  const steps = (what: "least" | "stepPoints"): string[] => Array.from({ length: STEPS }, (_, at) => field(`${what}-${at + 1}`));
  const rule = { decimals: field("decimals"), late: field("late"), counting: field("counting"), points: field("points"), of: field("of"), least: steps("least"), stepPoints: steps("stepPoints"), full: byMeasure("full"), weight: byMeasure("weight"), hand: field("hand"), rubric: field("rubric") };
  return { rule, release: field("release"), releaseAt: field("releaseAt") };
}

function readerOf({ context }: Sent): Reader {
  if (!context.reader) throw noSuch("page");
  return context.reader;
}

/** What the rule in the form would do, before it is kept. */
export const previewRule: Form = async (sent) => {
  const [written, reader, assignment] = [writtenIn(sent), readerOf(sent), sent.field("assignment")];
  const seen = wholeNumber(sent.field("seen")) ?? 0;
  try {
    const view = await sent.ask.grades.grading({ assignment, written: written.rule });
    return await ownDocument(<GradingPage words={sent.words} reader={reader} view={view} written={written} seen={seen} recounted={null} done={sent.words.t("grades.grading.previewed")} error={null} />);
  } catch (error) {
    return ruleAgain(sent, error, written);
  }
};

export const saveRule: Form = async (sent) => {
  const written = writtenIn(sent);
  try {
    await sent.ask.grades.saveRule({ assignment: sent.field("assignment"), seen: wholeNumber(sent.field("seen")) ?? 0, written: written.rule, release: written.release, releaseAt: written.releaseAt });
    return leadTo(sent, sent.words.to(gradingPath(sent.field("assignment"), { saved: "1" })));
  } catch (error) {
    return ruleAgain(sent, error, written);
  }
};

/** The rule as it was written. Where another was kept meanwhile, it stands beside: whoever sends theirs again has seen it. */
async function ruleAgain(sent: Sent, error: unknown, written: WrittenGrading): Promise<Response> {
  throwIfNowhere(error);
  const seen = refusalOf(error)?.reason === "conflict.changed" ? null : wholeNumber(sent.field("seen"));
  const [view, reader] = [await sent.ask.grades.grading({ assignment: sent.field("assignment") }), readerOf(sent)];
  return comeBack(sent, error, (why) => <GradingPage words={sent.words} reader={reader} view={view} written={written} seen={seen} recounted={null} done={null} error={why} />);
}

export const release: Form = async (sent) => {
  const assignment = sent.field("assignment");
  const done = await sent.ask.grades.release({ assignment, which: sent.field("which") === "all" ? "all" : "complete" });
  return leadTo(sent, sent.words.to(gradingPath(assignment, { released: String(done.released), unchanged: String(done.unchanged), waiting: String(done.waiting) })));
};

export const giveMarks: Form = async (sent) => {
  const levels = Object.fromEntries(sent.all("criterion").map((id) => [id, sent.field(`level-${id}`)]));
  const [assignment, place, hand] = [sent.field("assignment"), sent.field("place"), sent.field("hand")];
  try {
    await sent.ask.grades.giveMarks({ assignment, place, hand, levels, version: wholeNumber(sent.field("version")) ?? 0 });
    return leadTo(sent, sent.words.to(studentPath(assignment, place, { saved: "1" })));
  } catch (error) {
    return studentAgain(sent, error, { about: "marks", hand, levels, text: "" });
  }
};

export const say: Form = async (sent) => {
  const [assignment, place, comment, text] = [sent.field("assignment"), sent.field("place"), sent.field("comment") || null, sent.field("text")];
  try {
    await sent.ask.grades.say({ assignment, place, comment, text, version: wholeNumber(sent.field("version")) ?? 0 });
    return leadTo(sent, `${sent.words.to(studentPath(assignment, place, { saved: "1" }))}${comment === null ? "" : `#c-${comment}`}`);
  } catch (error) {
    return studentAgain(sent, error, { about: comment ?? "all", hand: "", levels: {}, text });
  }
};

/** The page of a student's work once more. */
export async function studentAgain(sent: Sent, error: unknown, given: { about: string; hand: string; levels: Record<string, string>; text: string }, place = sent.field("place")): Promise<Response> {
  throwIfNowhere(error);
  const [view, reader] = [await sent.ask.grades.student({ assignment: sent.field("assignment"), place }), readerOf(sent)];
  return comeBack(sent, error, () => <StudentPage words={sent.words} reader={reader} view={view} done={null} returned={{ ...given, error: formErrorOf(error, sent.words) }} />);
}
