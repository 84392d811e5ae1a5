import { classPageOf } from "../../../_asking/classes";
import { ArchivePage } from "../../../_ui/terms/archive-page";

export const GET = classPageOf<"id">(async ({ words, reader, ask }, { id }) => <ArchivePage words={words} reader={reader} view={await ask.classes.toArchive({ class: id })} />);
