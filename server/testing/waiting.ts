/** What tests of the queue arrange: comments that somebody has reported. */
import { v7 as newId } from "uuid";
import { queueItem, report } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import type { HouseRule } from "../../domain/moderation/house-rules";
import type { Reader } from "../../domain/permissions";
import { NOON } from "./world";

type Reported = { comment: { id: string; thread: string }; author: Reader; discussionId: string; by?: Reader | null; ground?: HouseRule; urgency?: number; at?: Date; quote?: { start: number; end: number } | null };

/** As reporting leaves it. */
export async function aReported({ comment: { id, thread }, author, discussionId, by = null, ground = "insult", urgency = 2, at = NOON, quote = null }: Reported): Promise<string> {
  await writeTogether((w) => [
    w.insert(report).values({ id: newId(), commentId: id, threadId: thread, memberId: by?.id ?? null, email: by ? null : `${newId()}@example.org`, language: "en", ground, note: "It is about me.", ...(quote ?? {}), commentVersion: 1, weight: 100, createdAt: at }),
    w.insert(queueItem).values({ id, kind: "comment", discussionId, memberId: author.id, ground, reports: 1, weight: 100, urgency, openedAt: at }).onConflictDoNothing(),
  ]);
  return id;
}
