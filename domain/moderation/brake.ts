/** The heat brake: in a thread that is being reported, or in which two people only answer each other, the next comment waits a while. */

export type BrakeFacts = {
  /** Comments of the thread within the last `RECENT_MINUTES`, in any order; more do no harm. `participant`: who wrote it. */
  recent: readonly { participant: string; at: Date }[];
  /** Open reports on comments of the thread, one a reporter and comment, as far back as those. */
  freshReports: readonly { at: Date }[];
  /** Who is about to write. */
  me: string;
  now: Date;
};

export type BrakeRates = {
  /** Seconds for each fresh report beyond the first. */
  perReport: number;
  /** Minutes after which a report brakes half as much. */
  reportHalfMinutes: number;
  /** Seconds for the turn at which two people have been answering each other `pingPongFrom` times; each turn more doubles it. */
  perTurn: number;
  pingPongFrom: number;
  /** Never longer, in seconds. */
  most: number;
};

/** Older than this nothing brakes: after four half-lives a report is worth a sixteenth. */
export const RECENT_MINUTES = 60;

/** A run of turns ends where nobody answered for so many minutes: they have slept on it, or at least had tea. */
const TURN_MINUTES = 15;

/**
 * Half a minute a report is felt and does no harm; with a quarter of an hour of quiet half of it is gone. Six turns are three of each, which is a conversation; from
 * then on 30 s, 60 s, 2 min … Ten minutes is the longest anybody can be expected to sit beside a draft.
 */
export const defaultBrakeRates: BrakeRates = { perReport: 30, reportHalfMinutes: 15, perTurn: 30, pingPongFrom: 6, most: 600 };

/** `seconds`: until I may write, 0 for now. `why`, `with`: the reason, and how many reports, or turns of two people, it is; null without a wait. */
export type Brake = { seconds: number; why: "reports" | "ping-pong" | null; with?: number };

/**
 * The wait counts from my own last comment in the thread: whoever has not written there within the hour brings a calm voice and waits for
 * nothing. Of two reasons the one that makes me wait longer is told.
 */
export function waitInThread({ recent, freshReports, me, now }: BrakeFacts, rates: BrakeRates = defaultBrakeRates): Brake {
  const since = (at: Date): number => (now.getTime() - at.getTime()) / 1000;
  const lately = recent.filter(({ at }) => since(at) < RECENT_MINUTES * 60).sort((one, other) => other.at.getTime() - one.at.getTime());
  const mine = lately.find(({ participant }) => participant === me);
  if (!mine) return { seconds: 0, why: null };
  const reports = freshReports.map(({ at }) => since(at)).filter((age) => age < RECENT_MINUTES * 60);
  const turns = turnsOf(lately, me, now);
  const left = (wait: number): number => Math.max(0, Math.ceil(Math.min(wait, rates.most) - since(mine.at)));
  const forReports = left(waitForReports(reports, rates));
  const forTurns = left(waitForTurns(turns, rates));
  if (forReports === 0 && forTurns === 0) return { seconds: 0, why: null };
  return forTurns > forReports ? { seconds: forTurns, why: "ping-pong", with: turns } : { seconds: forReports, why: "reports", with: reports.length };
}

/** `ages`: seconds. One report alone brakes nobody: it would be a button to silence a thread with. */
function waitForReports(ages: readonly number[], { perReport, reportHalfMinutes }: BrakeRates): number {
  const heat = ages.reduce((sum, age) => sum + 2 ** (-Math.max(0, age) / (reportHalfMinutes * 60)), 0);
  return ages.length < 2 ? 0 : perReport * Math.max(0, heat - 1);
}

function waitForTurns(turns: number, { perTurn, pingPongFrom }: BrakeRates): number {
  return turns < pingPongFrom ? 0 : perTurn * 2 ** (turns - pingPongFrom);
}

/** How often the newest comments went to and fro between me and one other person, without a third and without a pause. */
function turnsOf(newestFirst: BrakeFacts["recent"], me: string, now: Date): number {
  let turns = 0;
  let other: string | null = null;
  let [last, after] = ["", now];
  for (const { participant, at } of newestFirst) {
    if (after.getTime() - at.getTime() > TURN_MINUTES * 60_000) break;
    if (participant !== me) other ??= participant;
    if (participant !== me && participant !== other) break;
    if (participant !== last) turns += 1;
    [last, after] = [participant, at];
  }
  return other === null ? 0 : turns;
}
