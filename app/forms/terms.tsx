/** Copying and ending classes by forms. */
import { archiveOf } from "../_asking/archive";
import { fileAnswer } from "../_asking/file-answer";
import { copyIn, shiftIn } from "../_asking/copy-wish";
import { CopyClassPage } from "../_ui/classes/copy-class-page";
import { refusalOf } from "../../server/trpc";
import { classIn, readerOf, toClass } from "./classes";
import { throwIfNowhere } from "./editing-again";
import { comeBack, type Form } from "./form";

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
