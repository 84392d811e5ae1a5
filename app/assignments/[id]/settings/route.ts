import { classPageOf } from "../../../_asking/classes";
import { settingsPage } from "../../settings";

export const GET = classPageOf<"id">(async ({ words, reader, ask, done }, { id }) => settingsPage({ words, reader, work: await ask.assignments.settings({ assignment: id }), done, error: null }));
