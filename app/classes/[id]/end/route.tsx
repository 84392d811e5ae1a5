import { classPageOf } from "../../../_asking/classes";
import { EndPage } from "../../../_ui/terms/end-page";

export const GET = classPageOf<"id">(async ({ words, reader, ask, done }, { id }) => <EndPage words={words} reader={reader} view={await ask.endings.view({ class: id })} returned={null} done={done} />);
