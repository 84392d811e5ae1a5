/** What a class leaves to the place's moderators: a case about its only teacher, in which nobody there may decide. The rule is isLeftToModerators of the domain; here it is asked of all that waits at once. */
import { and, eq, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import { aliased } from "../../db/aliased";
import { enrolment } from "../../db/schema/classes";
import { queueItem } from "../../db/schema/moderation";

const author = aliased(enrolment, "its_author");
const other = aliased(enrolment, "its_other_teacher");

const isTeaching = (one: typeof author | typeof other): SQL => sql`${and(eq(one.classId, queueItem.classId), eq(one.role, "teacher"), isNull(one.leftAt), isNotNull(one.memberId))}`;

/** Of an item. It is asked anew each time: with a second teacher the case is the class's again. */
export const isLeft: SQL<boolean> = sql<boolean>`(${queueItem.classId} is not null and ${queueItem.kind} <> 'appeal'
  and exists (select 1 from ${enrolment} its_author where ${isTeaching(author)} and ${eq(author.memberId, queueItem.memberId)})
  and not exists (select 1 from ${enrolment} its_other_teacher where ${isTeaching(other)} and ${ne(other.memberId, queueItem.memberId)}))`;
