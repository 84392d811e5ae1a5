/** A student's record as a file that stands by itself, sent a page at a time as it is read. */
import type { RecordView } from "../../server/classes/record";
import { markupOf, renderAround } from "../_ui/render";
import { FileDocument } from "../_ui/terms/file-document";
import { RecordBody, RecordHead } from "../_ui/terms/record-body";
import type { Words } from "../_ui/words";
import { fileAnswer } from "./file-answer";
import type { Ask } from "./pages";
import { streamOf } from "./pieces";

/** @throws Refusal as the first page does; later ones end the file */
export async function recordFile({ words, ask }: { words: Words; ask: Ask }, about: { class: string; place: string | null }): Promise<Response> {
  const first = await ask.classes.record(about);
  const title = words.t("terms.record.of", { name: first.student.name });
  return fileAnswer(streamOf(piecesOf(words, ask, about, first, title)), "text/html; charset=utf-8", `${title}.html`);
}

async function* piecesOf(words: Words, ask: Ask, about: { class: string; place: string | null }, first: RecordView, title: string): AsyncGenerator<string> {
  const [{ before, after }, markup] = await Promise.all([renderAround(<FileDocument words={words} title={title} head={<RecordHead view={first} />} />), markupOf()]);
  yield before;
  for (let view: RecordView | null = first; view !== null; view = view.next === null ? null : await ask.classes.record({ ...about, after: view.next })) yield markup(<RecordBody words={words} works={view.works} />);
  yield after;
}
