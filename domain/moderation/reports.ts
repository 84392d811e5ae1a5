/** What a report weighs, and when reports hide a comment until somebody has looked. The right to report is everybody's, whatever the weight. */

/** Whatever others can see and somebody else wrote, without an account too. */
export function canReport(reader: { id: string } | null, comment: { memberId: string; deletedAt: Date | null }): boolean {
  return comment.deletedAt === null && reader?.id !== comment.memberId;
}

/** What became of somebody's earlier reports. */
export type ReportRecord = { upheld: number; rejected: number };

/**
 * The share of reports that were right, as if one of each had come before: who was right once is not known to be always
 * right, and who never reported stands in the middle (Laplace's rule of succession).
 */
export function accuracyOf({ upheld, rejected }: ReportRecord): number {
  return (upheld + 1) / (upheld + rejected + 2);
}

export type ReporterFacts = {
  /** 0 to 1, by `accuracyOf`. */
  accuracy: number;
  /** Whether the reporter has written in that thread: a party to the quarrel. */
  repliedThere: boolean;
  ageOfAccountDays: number;
  /** Without an account. */
  visitor: boolean;
};

/** A report in doubt weighs 1, a perfect record 1.5, one that was always wrong 0.5: before the other reasons it is worth a look. */
const FROM_RECORD = 0.5;

/** Half for a party, who may well be right and is not the one to judge; for a visitor, who can be anybody again; for an account made today, perhaps for this. */
const PARTY = 0.5;
const VISITOR = 0.5;
const NEW_ACCOUNT = 0.5;
const NEW_ACCOUNT_DAYS = 1;

/** Nobody's report is nothing. */
const LEAST = 0.1;

/** From 0.1 to 1.5, in hundredths, so that sums come out the same in any order. */
export function weightOfReport({ accuracy, repliedThere, ageOfAccountDays, visitor }: ReporterFacts): number {
  const isNew = !visitor && ageOfAccountDays < NEW_ACCOUNT_DAYS;
  const weight = (FROM_RECORD + accuracy) * (repliedThere ? PARTY : 1) * (visitor ? VISITOR : 1) * (isNew ? NEW_ACCOUNT : 1);
  return Math.max(LEAST, Math.round(weight * 100) / 100);
}

export type HidingRule = { threshold: number };

/** Three members without a record, or two with a good one. A setting. */
export const defaultHidingRule: HidingRule = { threshold: 3 };

/** One reporter alone hides nothing, however good and whatever the setting: that would be deciding. */
const LEAST_REPORTERS = 2;

/** The sum of open reports' weights. */
export function sumOfWeights(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + Math.round(weight * 100), 0) / 100;
}

/** `weights`: of the open reports on a comment, one a reporter. True: it is hidden until a moderator has decided. */
export function hidesPending(weights: readonly number[], { threshold }: HidingRule = defaultHidingRule): boolean {
  return weights.length >= LEAST_REPORTERS && sumOfWeights(weights) >= threshold;
}
