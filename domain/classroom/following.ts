/** When a class takes a newer revision of the article it reads. */

/** What it depends on. `newest`: the number of the article's newest revision; `duePast`: the latest date for comments, of anybody's. */
export type Following = {
  reads: number;
  newest: number;
  follows: boolean;
  isClosed: boolean;
  /** Whether a grade was released to anybody. */
  isGraded: boolean;
  /** The latest date until which anybody's comments are due; null: none is. */
  lastDueAt: Date | null;
};

/** By a teacher's hand: at any time while the class goes on, for nobody else knows what the class talks about next. Grades that were released stay as they are. */
export function mayTake({ reads, newest, isClosed }: Pick<Following, "reads" | "newest" | "isClosed">): boolean {
  return newest > reads && !isClosed;
}

/**
 * By itself: only while students still write for it. After the last date they have done what was asked about the text they read, and
 * a grade that was released speaks of passages as its students know them; neither should become another text with nobody saying so.
 */
export function takesByItself(work: Following, now: Date): boolean {
  return work.follows && mayTake(work) && !work.isGraded && (work.lastDueAt === null || now < work.lastDueAt);
}

/** The latest of the class's date and those of the students who have others; null: nothing is due for the class. */
export function lastDue(forAll: Date | null, extended: readonly (Date | null)[]): Date | null {
  if (forAll === null) return null;
  return extended.reduce<Date>((latest, one) => (one !== null && one > latest ? one : latest), forAll);
}
