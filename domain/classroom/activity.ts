/** What students did in an assignment, for those who teach them: to find whom and what to look at, never a ranking that classmates see. */
import { localDay } from "../local-day";
import type { BlockKind } from "../blocks";
import type { Counted, OwnComment } from "./counted";
import type { Points } from "./points";

/** A comment that stands. `blockNumber` 0 or null: on the whole article. `replies`: answers it has, whoever wrote them. */
export type SaidComment = Pick<OwnComment, "id" | "at" | "kind"> & { memberId: string; parentId: string | null; blockNumber: number | null; replies: number; participantId: string };

/** By block how many, in reading order; 0: the whole article. */
export type Where = { block: number; count: number };

export type Activity = {
  firstAt: string | null;
  lastAt: string | null;
  where: Where[];
  comments: number;
  replies: number;
  received: number;
  passages: number;
  words: number;
  /** Written after it was due, counted or not. */
  late: number;
  /** What does not count. */
  excluded: number;
};

/** `comments` and what follows of what counts. `received`: replies by classmates. */
export function activityOf(written: readonly (SaidComment & Pick<OwnComment, "isDeleted">)[], { counted, excluded, totals }: Counted, received: number): Activity {
  const times = written.map(({ at }) => at.getTime());
  const { comments, replies, passages, words } = totals;
  return {
    firstAt: times.length === 0 ? null : new Date(Math.min(...times)).toISOString(),
    lastAt: times.length === 0 ? null : new Date(Math.max(...times)).toISOString(),
    where: whereOf(written.filter(({ isDeleted }) => !isDeleted)),
    ...{ comments, replies, received, passages, words },
    late: counted.filter(({ minutesLate }) => minutesLate > 0).length + excluded.filter(({ cause }) => cause === "late" || cause === "afterCutOff").length,
    excluded: excluded.length,
  };
}

function whereOf(comments: readonly Pick<SaidComment, "blockNumber">[]): Where[] {
  const counts = new Map<number, number>();
  for (const { blockNumber } of comments) counts.set(blockNumber ?? 0, (counts.get(blockNumber ?? 0) ?? 0) + 1);
  return [...counts].map(([block, count]) => ({ block, count })).sort((one, other) => one.block - other.block);
}

/** `badge`: of which the tile is cut. `now`: what the grade would be by the rule in force, null: there is none. */
export type StudentActivity = Activity & {
  id: string;
  name: string;
  pseudonym: string | null;
  section: string | null;
  group: string | null;
  badge: string | null;
  hasJoined: boolean;
  hasRead: boolean;
  gateOpenedAt: Date | null;
  released: { points: Points; most: Points } | null;
  now: { points: Points; most: Points; isComplete: boolean } | null;
};

export const studentColumns = ["name", "first", "last", "comments", "replies", "received", "passages", "words", "late", "gate", "grade"] as const;
export type StudentColumn = (typeof studentColumns)[number];
export type StudentSort = { by: StudentColumn; isDown: boolean };

/** "words" from the least, "-words" from the most; what is neither: by name. */
export function sortIn(written: string | null): StudentSort {
  const by = studentColumns.find((column) => column === written?.replace(/^-/, ""));
  return { by: by ?? "name", isDown: by !== undefined && written?.startsWith("-") === true };
}

/** Who has nothing of the kind stands last in either direction; who has the same, by name. The names come in order. */
export function studentsSorted<One extends StudentActivity>(students: readonly One[], { by, isDown }: StudentSort): One[] {
  if (by === "name") return isDown ? [...students].reverse() : [...students];
  const keyed = students.map((student) => ({ student, key: keyOf(student, by) }));
  keyed.sort((one, other) => (one.key === null || other.key === null ? Number(one.key === null) - Number(other.key === null) : (one.key - other.key) * (isDown ? -1 : 1)));
  return keyed.map(({ student }) => student);
}

function keyOf(student: StudentActivity, by: Exclude<StudentColumn, "name">): number | null {
  switch (by) {
    case "first":
      return student.firstAt === null ? null : Date.parse(student.firstAt);
    case "last":
      return student.lastAt === null ? null : Date.parse(student.lastAt);
    case "gate":
      return student.gateOpenedAt?.getTime() ?? null;
    case "grade":
      return (student.released ?? student.now)?.points ?? null;
    case "comments":
    case "late":
    case "passages":
    case "received":
    case "replies":
    case "words":
      return student[by];
  }
}

/** A list that can be looked over: the most discussed of more. */
const MOST_PASSAGES = 40;

/** `heat`: in reading order, the whole article last. `untouched`: numbers of the blocks on which nobody said anything, headings and notes left out. */
export function passagesTalkedOf(said: readonly SaidComment[], blocks: readonly { number: number; kind: BlockKind; begins: string }[]) {
  const found = whereOf(said);
  const least = found.map(({ count }) => count).sort((one, other) => other - one)[MOST_PASSAGES - 1] ?? 0;
  const [begins, open] = [new Map(blocks.map((block) => [block.number, block.begins])), questionsOpen(said)];
  const shown = found.filter(({ count }) => count >= least).slice(0, MOST_PASSAGES);
  const heat = shown.map(({ block, count }) => ({ block, count, begins: begins.get(block) ?? "", questions: open.filter(({ blockNumber }) => (blockNumber ?? 0) === block).length }));
  const touched = new Set(found.map(({ block }) => block));
  return {
    heat: [...heat.filter(({ block }) => block !== 0), ...heat.filter(({ block }) => block === 0)],
    untouched: blocks.filter(({ number, kind }) => kind !== "heading" && kind !== "footnote" && !touched.has(number)).map(({ number }) => number),
  };
}

function questionsOpen(said: readonly SaidComment[]): SaidComment[] {
  return said.filter(({ kind, replies }) => kind === "question" && replies === 0);
}

/** A month of days fits beside the rest; what is older is in the table of no class. */
const MOST_DAYS = 31;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Each day from the first comment to the last, where the class is, "2026-05-08"; the last of more. */
export function byDay(said: readonly Pick<SaidComment, "at">[], timeZone: string): { day: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { at } of said) {
    const day = localDay(at, timeZone);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const days = [...counts.keys()].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all = Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1;
  const shown = Math.min(all, MOST_DAYS);
  return Array.from({ length: shown }, (_, at) => {
    const day = new Date(Date.parse(last) - (shown - 1 - at) * DAY_MS).toISOString().slice(0, 10);
    return { day, count: counts.get(day) ?? 0 };
  });
}

/** As many as one answers at a sitting; `…Count`: of all. */
const MOST_LOOKS = 10;

/** `questions`: without an answer, the oldest first. `unanswered`: wrote, and no classmate replied. `silent`: has read nothing of it, as far as is known. */
export function worthALook(said: readonly SaidComment[], students: readonly StudentActivity[]) {
  const questions = questionsOpen(said).sort((one, other) => one.at.getTime() - other.at.getTime());
  const unanswered = students.filter(({ firstAt, received }) => firstAt !== null && received === 0);
  const silent = students.filter(({ hasRead }) => !hasRead);
  const named = (all: readonly StudentActivity[]) => all.slice(0, MOST_LOOKS).map(({ id, name }) => ({ id, name }));
  return {
    questions: questions.slice(0, MOST_LOOKS).map(({ id, at, blockNumber }) => ({ comment: id, at: at.toISOString(), block: blockNumber ?? 0 })),
    questionsCount: questions.length,
    ...{ unanswered: named(unanswered), unansweredCount: unanswered.length },
    ...{ silent: named(silent), silentCount: silent.length },
  };
}
