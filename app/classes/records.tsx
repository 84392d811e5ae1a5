/** Records of students: their own, and each for who teaches them. */
import { classPageOf } from "../_asking/classes";
import { recordFile } from "../_asking/record-file";
import { queryOf } from "../_asking/request";
import { RecordPage } from "../_ui/terms/record-page";

export const ownRecord = classPageOf<"id">(async ({ words, reader, ask, request }, { id }) => {
  const after = queryOf(request, "after");
  return <RecordPage words={words} reader={reader} view={await ask.classes.record({ class: id, after })} after={after} />;
});

export const recordOf = classPageOf<"id" | "place">(async ({ words, reader, ask, request }, { id, place }) => {
  const after = queryOf(request, "after");
  return <RecordPage words={words} reader={reader} view={await ask.classes.record({ class: id, place, after })} after={after} />;
});

export const ownRecordFile = classPageOf<"id">((asked, { id }) => recordFile(asked, { class: id, place: null }));
export const recordFileOf = classPageOf<"id" | "place">((asked, { id, place }) => recordFile(asked, { class: id, place }));
