import { classPageOf } from "../../../_asking/classes";
import { ClassFactsPage } from "../../../_ui/classes/facts-page";

export const GET = classPageOf<"id">(async ({ words, reader, ask, done }, { id }) => <ClassFactsPage words={words} reader={reader} view={await ask.classes.facts({ class: id })} written={null} done={done} error={null} />);
