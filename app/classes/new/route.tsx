import { canOpenClass, USUAL_RETENTION_YEARS, yearsLater } from "../../../domain/classroom/classes";
import { notAllowed } from "../../../server/refusals";
import { settings } from "../../../server/settings";
import { classPageOf } from "../../_asking/classes";
import { ClassFormPage } from "../../_ui/classes/class-form-page";

export const GET = classPageOf(({ words, reader, now }) => {
  if (!canOpenClass(reader, settings().classesOpenedBy)) throw notAllowed("openClasses");
  const written = { name: "", term: "", teacher: "", language: words.language, timeZone: "UTC", endsWith: null, retainUntil: yearsLater(now.toISOString().slice(0, 10), USUAL_RETENTION_YEARS) };
  return Promise.resolve(<ClassFormPage words={words} reader={reader} written={written} error={null} />);
});
