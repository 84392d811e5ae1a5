/** Whether a reply waits, and why: asked by the page to write on, and again when it is sent. */
import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { comment } from "../../db/schema/discussions";
import { report } from "../../db/schema/moderation";
import { type Brake, RECENT_MINUTES, waitInThread } from "../../domain/moderation/brake";
import { isSpared } from "../../domain/moderation/spared";
import type { Reader } from "../../domain/permissions";
import { settings } from "../settings";
import type { Context } from "../trpc";
import { houseSettingsNow } from "./house-settings";

/** Comments looked at: no wait is longer than ten minutes, in which a thread that is not hot has fewer. */
const MOST_RECENT = 100;
/** From some dozen on the wait is the longest there is. */
const MOST_REPORTS = 50;

const NONE: Brake = { seconds: 0, why: null };

/** `participant`: who is about to write there; null: they have not written in this discussion. */
export async function brakeIn({ db, reader, now }: Context & { reader: Reader }, { threadId, participant }: { threadId: string; participant: string | null }): Promise<Brake> {
  // Where no member waits between comments, no thread makes them.
  if (participant === null || isSpared(reader) || settings().rates.commentEvery === 0) return NONE;
  const since = new Date(now().getTime() - RECENT_MINUTES * 60_000);
  const [{ value }, recent, freshReports] = await Promise.all([
    houseSettingsNow(db),
    db
      .select({ participant: comment.participantId, at: comment.createdAt })
      .from(comment)
      .where(eq(comment.threadId, threadId))
      .orderBy(desc(comment.sequence))
      .limit(MOST_RECENT),
    db
      .select({ at: report.createdAt })
      .from(report)
      .where(and(eq(report.threadId, threadId), gt(report.createdAt, since), isNull(report.outcome)))
      .orderBy(desc(report.createdAt))
      .limit(MOST_REPORTS),
  ]);
  return value.brake ? waitInThread({ recent, freshReports, me: participant, now: now() }) : NONE;
}
