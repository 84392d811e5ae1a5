import { classPageOf } from "../_asking/classes";
import { EnterCodePage } from "../_ui/classes/join-page";

export const GET = classPageOf(({ words, reader }) => Promise.resolve(<EnterCodePage words={words} reader={reader} written="" error={null} />));
