/** The place of a draft, as it is sent: the key that `placeKey` makes. */
import { placeOfKey } from "../../domain/draft-place";
import { named } from "../inputs";

export const place = named.refine((key) => placeOfKey(key) !== null);
