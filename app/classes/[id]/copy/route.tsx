import { endings, USUAL_RETENTION_YEARS, yearsLater } from "../../../../domain/classroom/classes";
import { timeZones } from "../../../../domain/opening";
import { classPageOf } from "../../../_asking/classes";
import { copyIn, fieldsOf, shiftIn } from "../../../_asking/copy-wish";
import { formErrorOf } from "../../../_asking/refused";
import { CopyClassPage } from "../../../_ui/classes/copy-class-page";
import { refusalOf } from "../../../../server/trpc";
import type { Shift } from "../../../../domain/classroom/copying";

/** What is written so far stands in the address: that is how it is looked at before it is done. */
export const GET = classPageOf<"id">(async ({ words, reader, ask, request, now }, { id }) => {
  const fields = fieldsOf(request);
  const [copy, isNew] = [copyIn(fields), fields.field("chosen") === ""];
  const { shift, error } = shiftOr(() => shiftIn(copy));
  const timeZone = timeZones().find((zone) => zone === fields.field("timeZone")) ?? null;
  const view = await ask.classes.toCopy({ class: id, parts: [...copy.parts], shift, timeZone });
  const { class: of } = view;
  const written = isNew
    ? { name: of.name, term: "", teacher: of.teacher, language: of.language, timeZone: of.timeZone, endsWith: of.endsWith, retainUntil: yearsLater(now.toISOString().slice(0, 10), USUAL_RETENTION_YEARS) }
    : { name: fields.field("name"), term: fields.field("term"), teacher: fields.field("teacher"), language: fields.field("language") === "zh" ? ("zh" as const) : ("en" as const), timeZone: timeZone ?? of.timeZone, endsWith: endings.find((ending) => ending === fields.field("endsWith")) ?? null, retainUntil: fields.field("retainUntil") };
  return <CopyClassPage words={words} reader={reader} view={view} written={written} copy={copy} error={error === null ? null : formErrorOf(error, words)} />;
});

function shiftOr(read: () => Shift): { shift: Shift; error: unknown } {
  try {
    return { shift: read(), error: null };
  } catch (error) {
    if (refusalOf(error)?.field !== "number") throw error;
    return { shift: null, error };
  }
}
