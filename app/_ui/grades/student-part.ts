import type { StudentView } from "../../../server/grades/one";
import type { FormError } from "../form-error";
import type { Words } from "../words";

/** What was sent and came back: of which form, and with what. `about`: "marks", "reveal", "all" or a comment's id. */
export type Returned = { about: string; text: string; hand: string; levels: Record<string, string>; error: FormError };
/** What each part of one student's page is made of. */
export type Part = { words: Words; view: StudentView; returned: Returned | null };
