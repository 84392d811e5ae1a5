/** Addresses of a class's reading pages. */

export function classPath(id: string): string {
  return `/classes/${id}`;
}

/** Where a student reads. */
export function assignmentPath(id: string): string {
  return `/assignments/${id}`;
}

/** Where a teacher reads one group's discussion. */
export function groupPath(assignment: string, group: number): string {
  return `/assignments/${assignment}/groups/${group}`;
}
