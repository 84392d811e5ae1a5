/** Clears away what has served its time, a little every hour. */
import { and, isNull, lt, notLike, or } from "drizzle-orm";
import { sentKey, waitingComment } from "../db/schema/discussions";
import { draft } from "../db/schema/drafts";
import { importing } from "../db/schema/editing";
import { outbox } from "../db/schema/events";
import { oneTimeLink, rateCount, session } from "../db/schema/members";
import { database } from "../db/client";
import { writeTogether } from "../db/write-together";
import { destroyDue } from "./moderation/destroying";
import { clearRetired } from "./revising/retired";
import { startRounds } from "./rounds";
import { openedBefore, SESSIONS_KEPT_MS } from "./session";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** The longest stretch counted is a day, but for handles: a month. */
const COUNTS_KEPT_MS = { most: 2 * DAY_MS, ofHandles: 31 * DAY_MS };
/** Long enough to find out why a mail did not come. */
const MAILS_KEPT_MS = 7 * DAY_MS;
/** A browser that sends a comment again does so within minutes; a month is beyond any doubt. */
const KEYS_KEPT_MS = 30 * DAY_MS;
/** What a visitor wrote waits a week for them to sign up. */
export const WAITING_KEPT_MS = 7 * DAY_MS;
/** A tab that still shows a draft thrown away elsewhere is told so for a month; nobody keeps one open for longer. */
const EMPTIED_DRAFTS_KEPT_MS = 30 * DAY_MS;
/** Whoever waited for an import has seen long since how it ended; the article says no more of it. */
const IMPORTS_KEPT_MS = 7 * DAY_MS;

/** Days after which what is written of itself goes again, for those who run the place. */
export const KEPT = { mails: MAILS_KEPT_MS / DAY_MS, counts: COUNTS_KEPT_MS.ofHandles / DAY_MS };

export async function tidy(now: Date): Promise<void> {
  const before = (age: number): Date => new Date(now.getTime() - age);
  await writeTogether((w) => [
    w.delete(rateCount).where(and(lt(rateCount.startedAt, before(COUNTS_KEPT_MS.most)), notLike(rateCount.key, "handle:%"))),
    w.delete(rateCount).where(lt(rateCount.startedAt, before(COUNTS_KEPT_MS.ofHandles))),
    w.delete(sentKey).where(lt(sentKey.createdAt, before(KEYS_KEPT_MS))),
    w.delete(waitingComment).where(lt(waitingComment.createdAt, before(WAITING_KEPT_MS))),
    w.delete(importing).where(lt(importing.saidAt, before(IMPORTS_KEPT_MS))),
    w.delete(oneTimeLink).where(lt(oneTimeLink.expiresAt, now)),
    w.delete(session).where(openedBefore(before(SESSIONS_KEPT_MS))),
    w.delete(outbox).where(or(lt(outbox.sentAt, before(MAILS_KEPT_MS)), lt(outbox.givenUpAt, before(MAILS_KEPT_MS)))),
    w.delete(draft).where(and(isNull(draft.slot), lt(draft.updatedAt, before(EMPTIED_DRAFTS_KEPT_MS)))),
  ]);
}

/** Tidies now and every hour; the returned function ends it. */
export function startHousekeeping(): () => Promise<void> {
  return startRounds("housekeeping", HOUR_MS, async () => {
    const now = new Date();
    await tidy(now);
    await destroyDue(now);
    await clearRetired(database(), now);
  });
}
