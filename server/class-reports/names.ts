/** What people of a class are called to those who teach it: by the list, or by the name made for an assignment, until it is revealed. */
import { type SQL, sql } from "drizzle-orm";
import { assignment, pseudonym } from "../../db/schema/assignments";
import { enrolment } from "../../db/schema/classes";
import { participant } from "../../db/schema/discussions";

/** Joined with their place, their participant and the assignment. Null: of who has no made-up name yet, and of who is on no list. */
export const nameInClass: SQL<string | null> = sql<string | null>`coalesce(${participant.shownName}, ${pseudonym.name}, case when ${enrolment.role} = 'student' and ${assignment.hasPseudonyms} then null else ${enrolment.name} end)`;
