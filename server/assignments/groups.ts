/** The groups of an assignment: each has a discussion of the article of its own. */
import { asc, eq } from "drizzle-orm";
import { v4 as randomId } from "uuid";
import type { Db, Writer } from "../../db/client";
import { studyGroup } from "../../db/schema/assignments";
import { discussion } from "../../db/schema/discussions";
import type { Write } from "../../db/writes";

/** More discuss nothing with each other. */
export const MOST_GROUPS = 100;

export function groupsOf(db: Db, assignmentId: string) {
  return db.select({ id: studyGroup.id, number: studyGroup.number, name: studyGroup.name }).from(studyGroup).where(eq(studyGroup.assignmentId, assignmentId)).orderBy(asc(studyGroup.number)).limit(MOST_GROUPS);
}

/** Groups numbered from `first` on, each with its discussion; `ids`: one for each. */
export function openGroups(w: Writer, { assignmentId, articleId, timeZone, first = 1, ids }: { assignmentId: string; articleId: string; timeZone: string; first?: number; ids: readonly string[] }): Write[] {
  return ids.flatMap((id, place) => [w.insert(studyGroup).values({ id, assignmentId, number: first + place }), w.insert(discussion).values({ id: randomId(), articleId, audience: id, timeZone })]);
}
