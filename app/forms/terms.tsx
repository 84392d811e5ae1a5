/** Copying and ending classes by forms. */
import { endings, type Ending } from "../../domain/classroom/classes";
import { archiveOf } from "../_asking/archive";
import { fileAnswer } from "../_asking/file-answer";
import { copyIn, shiftIn } from "../_asking/copy-wish";
import { CopyClassPage } from "../_ui/classes/copy-class-page";
import type { ClassAct } from "../_ui/classes/frame";
import { EndPage, type EndReturned } from "../_ui/terms/end-page";
import { refusalOf } from "../../server/trpc";
import { classIn, readerOf, toClass } from "./classes";
import { throwIfNowhere } from "./editing-again";
import { comeBack, type Form, type Sent } from "./form";

export const copy: Form = async (sent) => {
  const { ask, field, words } = sent;
  const [id, written, wished] = [field("class"), classIn(sent), copyIn(sent)];
  try {
    const made = await ask.classes.copy({ class: id, parts: [...wished.parts], shift: shiftIn(wished), wish: written });
    return toClass(sent, made.id, undefined, "copied");
  } catch (error) {
    throwIfNowhere(error);
    const shift = refusalOf(error)?.field === "number" ? null : shiftIn(wished);
    const [view, reader] = [await ask.classes.toCopy({ class: id, parts: [...wished.parts], shift }), readerOf(sent)];
    return comeBack(sent, error, (why) => <CopyClassPage words={words} reader={reader} view={view} written={written} copy={wished} error={why} />);
  }
};

export const archive: Form = async ({ words, ask, context, field }) => {
  const contents = await ask.classes.archive({ class: field("class") });
  return fileAnswer(archiveOf({ words, ask, context, contents }), "application/zip", `${contents.class.name} ${contents.madeAt.slice(0, 10)}.zip`);
};

/** On the page of the end, beside its form, it is said what was wrong. */
function ofEnd(form: EndReturned["form"], done: ClassAct, act: (sent: Sent, how: Ending) => Promise<void>): Form {
  return async (sent) => {
    const { ask, field, words } = sent;
    const [id, how] = [field("class"), endings.find((one) => one === field("how")) ?? ("pseudonyms" as const)];
    try {
      await act(sent, how);
      return toClass(sent, id, "end", done);
    } catch (error) {
      throwIfNowhere(error);
      const [view, reader] = [await ask.endings.view({ class: id }), readerOf(sent)];
      return comeBack(sent, error, (why) => <EndPage words={words} reader={reader} view={view} returned={{ form, retainUntil: field("retainUntil"), how, typed: field("typed"), error: why }} done={null} />);
    }
  };
}

export const keep = ofEnd("keep", "kept", ({ ask, field }) => ask.endings.keep({ class: field("class"), retainUntil: field("retainUntil") }));
export const end = ofEnd("end", "ending", ({ ask, field }, how) => ask.endings.begin({ class: field("class"), how, typed: field("typed") }));
export const undo = ofEnd("undo", "reopened", ({ ask, field }) => ask.endings.undo({ class: field("class"), retainUntil: field("retainUntil") }));
