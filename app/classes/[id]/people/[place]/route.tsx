import { classPageOf } from "../../../../_asking/classes";
import { PlacePage } from "../../../../_ui/classes/place-page";

export const GET = classPageOf<"id" | "place">(async ({ words, reader, ask }, { id, place }) => <PlacePage words={words} reader={reader} view={await ask.classes.place({ class: id, place })} written={null} error={null} />);
