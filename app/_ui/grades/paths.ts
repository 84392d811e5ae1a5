/** Addresses of what teachers see of an assignment's work, and of grades. */
import { withQuery } from "../paths";

export function studentsPath(assignment: string, query: Record<string, string | undefined> = {}): string {
  return withQuery(`/assignments/${assignment}/students`, query);
}

export function studentPath(assignment: string, place: string, query: Record<string, string | undefined> = {}): string {
  return withQuery(`/assignments/${assignment}/students/${place}`, query);
}

/** `place` null: the reader's own. */
export function gradePath(assignment: string, place: string | null): string {
  return place === null ? `/assignments/${assignment}/grade` : `${studentPath(assignment, place)}/grade`;
}

export function gradingPath(assignment: string, query: Record<string, string | undefined> = {}): string {
  return withQuery(`/assignments/${assignment}/grading`, query);
}

export function gradesFilePath(assignment: string, format: string): string {
  return withQuery(`/assignments/${assignment}/grades.csv`, { format });
}

export function discussionFilePath(assignment: string): string {
  return `/assignments/${assignment}/discussion.csv`;
}

/** Other dates for some. */
export function extensionsPath(assignment: string, query: Record<string, string | undefined> = {}): string {
  return withQuery(`/assignments/${assignment}/extensions`, query);
}

/** Which revision of the article is read. */
export function assignmentRevisionPath(assignment: string, query: Record<string, string | undefined> = {}): string {
  return withQuery(`/assignments/${assignment}/revision`, query);
}

/** Who discusses with whom. */
export function groupsPath(assignment: string, query: Record<string, string | undefined> = {}): string {
  return withQuery(`/assignments/${assignment}/groups`, query);
}
