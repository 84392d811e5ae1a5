/** Deciding in a class by forms: each act leads to what it did, or comes back with the case and what is wrong. */
import { commentActs } from "../../domain/moderation/decision";
import { badField } from "../../server/refusals";
import { wholeNumber } from "../_asking/request";
import { ClassCasePage } from "../_ui/class-reports/case-page";
import { classCasePath, classPath, withQuery } from "../_ui/paths";
import { reasonsIn } from "./administration";
import { readerOf } from "./classes";
import { throwIfNowhere } from "./editing-again";
import { comeBack, type Form, leadTo, type Sent } from "./form";
import { reasonsOf } from "./reasons";

const caseAt = ({ words, field }: Sent): string => words.to(classCasePath(encodeURIComponent(field("class")), encodeURIComponent(field("item"))));

async function caseAgain(sent: Sent, error: unknown): Promise<Response> {
  throwIfNowhere(error);
  const { words, ask, field } = sent;
  const [view, reader] = [await ask.classReports.case({ class: field("class"), item: field("item") }), readerOf(sent)];
  return comeBack(sent, error, (why) => <ClassCasePage words={words} reader={reader} view={view} done={null} says={null} values={{ ...reasonsIn(sent), act: field("act") }} error={why} />);
}

/** About the comment it leads to the list; about its thread it stays, for the comment still waits. */
export const decide: Form = async (sent) => {
  const { words, ask, field } = sent;
  const [of, act] = [field("class"), field("act")];
  try {
    const reasons = reasonsOf(sent);
    if (act === "lock" || act === "unlock") {
      const { batch } = await ask.classReports.decideThread({ class: of, thread: field("thread"), act, reasons });
      return leadTo(sent, withQuery(caseAt(sent), { decided: batch }));
    }
    const onComment = commentActs.find((one) => one === act);
    if (!onComment) throw badField("act", { fault: "required" });
    const { batch } = await ask.classReports.decide({ class: of, item: field("item"), seen: wholeNumber(field("seen")), act: onComment, reasons });
    return leadTo(sent, withQuery(words.to(classPath(encodeURIComponent(of), "reports")), { decided: batch }));
  } catch (error) {
    return caseAgain(sent, error);
  }
};

export const undo: Form = async (sent) => {
  const { words, ask, field } = sent;
  try {
    const { undone } = await ask.classReports.undo({ class: field("class"), batch: field("batch") });
    return leadTo(sent, withQuery(field("item") === "" ? words.to(classPath(encodeURIComponent(field("class")), "reports")) : caseAt(sent), { undone: String(undone) }));
  } catch (error) {
    if (field("item") === "") throw error;
    return caseAgain(sent, error);
  }
};
