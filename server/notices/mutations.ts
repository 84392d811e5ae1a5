/** Marks notices as read. */
import { and, eq, isNull } from "drizzle-orm";
import { notice } from "../../db/schema/moderation";
import { writeTogether } from "../../db/write-together";
import type { Reader } from "../../domain/permissions";
import { dueBy } from "../moderation/tell";
import type { Context } from "../trpc";

type Asked = Context & { reader: Reader };

/** All that were there at a moment: what came since is unread still. */
export async function markAll({ reader, now }: Asked, { until }: { until: Date }): Promise<void> {
  await writeTogether((w) => [w.update(notice).set({ readAt: now() }).where(and(eq(notice.memberId, reader.id), isNull(notice.readAt), dueBy(until)))]);
}

/** Those that lead to what the reader has opened now. */
export async function markOf({ reader, now }: Asked, { subject }: { subject: string }): Promise<void> {
  await writeTogether((w) => [w.update(notice).set({ readAt: now() }).where(and(eq(notice.memberId, reader.id), isNull(notice.readAt), eq(notice.subjectId, subject), dueBy(now())))]);
}
