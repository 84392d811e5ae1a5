/** Inputs that many procedures share. Texts that people write have rules of their own, said beside their field. */
import { z } from "zod";
import { canBeStored } from "../domain/text";

/** Longer than any id, slug or secret of ours. */
const LONGEST_NAME = 400;

/** What names something: an id, a slug, a cursor, a secret. What no database could hold names nothing. */
export const named = z.string().max(LONGEST_NAME).refine(canBeStored);
