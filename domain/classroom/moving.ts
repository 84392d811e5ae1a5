/** What of a discussion goes along when students move to another group. */

/** `by`: who wrote in it, tombstones too; whoever began it is the first. `teaches`: a teacher or an assistant, who reads every group. */
export type ThreadOfGroup = { id: string; by: readonly { member: string; teaches: boolean }[] };

/**
 * The threads that go: those a mover began and nobody else wrote in but other movers and those who teach. What a classmate wrote stays where that
 * classmate and their group read it, with all that it answers; so does what a mover wrote in a thread of another.
 */
export function goingAlong(threads: readonly ThreadOfGroup[], movers: ReadonlySet<string>): string[] {
  return threads.filter(({ by: [first, ...others] }) => first !== undefined && movers.has(first.member) && others.every(({ member, teaches }) => teaches || movers.has(member))).map(({ id }) => id);
}
