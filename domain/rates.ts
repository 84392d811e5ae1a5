/** How often things may be done. The figures are Discourse's defaults where it has one; each is a setting. */
export type Rate = { most: number; perSeconds: number };

export type Rates = {
  /** Seconds between two comments of a member, and of a new one. */
  commentEvery: number;
  newMemberCommentEvery: number;
  editsADay: Rate;
  /** Of a member, or of a visitor's network. */
  reportsADay: Rate;
  signUps: Rate;
  signIns: Rate;
};

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const defaultRates: Rates = {
  commentEvery: 5,
  newMemberCommentEvery: 30,
  editsADay: { most: 30, perSeconds: DAY },
  /** Discourse's: more is somebody who moderates, or who wears moderators out. */
  reportsADay: { most: 20, perSeconds: DAY },
  /** Per address: a household or a school class signs up in one sitting, a script wants thousands. */
  signUps: { most: 5, perSeconds: 30 * MINUTE },
  signIns: { most: 30, perSeconds: HOUR },
};

/** A member is new for a day: long enough to see whether the account was made to shout. */
export const NEW_MEMBER_MS = DAY * 1000;

export function waitBetweenComments(member: { createdAt: Date }, now: Date, rates: Rates): number {
  const isNew = now.getTime() - member.createdAt.getTime() < NEW_MEMBER_MS;
  return isNew ? rates.newMemberCommentEvery : rates.commentEvery;
}

/** The start of the stretch of time `now` falls into, and the seconds until the next begins. */
export function stretchOf(now: Date, { perSeconds }: Rate): { startedAt: number; secondsLeft: number } {
  const length = perSeconds * 1000;
  const startedAt = Math.floor(now.getTime() / length) * length;
  return { startedAt, secondsLeft: Math.ceil((startedAt + length - now.getTime()) / 1000) };
}

/** Failures of one account that are forgiven, and for how long they are remembered. */
export const SIGN_IN_FAILURES: Rate = { most: 5, perSeconds: 15 * MINUTE };

/** Mails with a link that anybody can have sent to an address: enough for one that went astray, too few to fill a mailbox. */
export const LINKS_TO_AN_ADDRESS: Rate = { most: 3, perSeconds: 15 * MINUTE };

/** A handle is what others know a member by: a slip can be mended, a discussion cannot be followed through ten names. */
export const HANDLE_CHANGES: Rate = { most: 2, perSeconds: 30 * DAY };

/** The handle stands beside it, so it may change more often; each change makes the pages of many articles anew. */
export const DISPLAY_NAME_CHANGES: Rate = { most: 5, perSeconds: DAY };

/** Places at which a member begins a draft: more than anybody writes on in a day. Saving one again is not counted. */
export const NEW_DRAFTS: Rate = { most: 300, perSeconds: DAY };

/** Members muted in a day: more than anybody minds, and each costs a look at every page. */
export const MUTES: Rate = { most: 100, perSeconds: DAY };

/** What a member adds to their open objections in a day: a conversation with who decides has fewer turns, and each is read by a moderator. */
export const OBJECTION_NOTES: Rate = { most: 30, perSeconds: DAY };

/** Imports of a member: an editor who moves a whole issue over in an afternoon, with second tries. Each fetches from strangers' servers. */
export const IMPORTS: Rate = { most: 30, perSeconds: HOUR };

/** An administrator who tries a mail server's settings does so a few times in a row. */
export const TEST_MAILS: Rate = { most: 20, perSeconds: HOUR };

/** For what is counted but never refused: more than can happen in a stretch, and within the 32 bits of a column. */
export const COUNTED_WITHOUT_END = 1_000_000_000;

/** The longest an answer is held back: the owner with the right password still comes in, only later. */
const LONGEST_DELAY_SECONDS = 8;

/** Seconds the next answer for an account is held back after so many failures: 1, 2, 4, 8. */
export function delayAfterFailures(failures: number): number {
  const beyond = failures - SIGN_IN_FAILURES.most;
  return beyond < 0 ? 0 : Math.min(2 ** beyond, LONGEST_DELAY_SECONDS);
}

/** Files of the response to comments for one network: half a second's work each. A newsroom behind one address takes fewer. */
export const RESPONSE_FILES: Rate = { most: 60, perSeconds: HOUR };
