/** What the article's own page shows of its discussion: some of every thread, and always the newest comments. */
import type { Db } from "../../db/client";
import { NEWEST_COMMENTS, sharesBeside, SHOWN_COMMENTS } from "../../domain/shown";
import { newestComments } from "../comments/rows";
import { firstThreads, pinnedThreads, type PlacedThread, threadsById } from "./placed";
import type { Placing } from "./visible";

/** `shares`: how many of each thread's first comments; `newest`: ids of those shown whatever their place. */
export type FirstView = { threads: PlacedThread[]; shares: Map<string, number>; newest: string[] };

export async function firstView(db: Db, shown: Placing): Promise<FirstView> {
  const [pinned, unpinned, newest] = await Promise.all([pinnedThreads(db, shown), firstThreads(db, shown, SHOWN_COMMENTS), newestComments(db, shown.head.discussionId, NEWEST_COMMENTS)]);
  const first = [...pinned, ...unpinned.filter(({ pinnedAt }) => pinnedAt === null)];
  const shares = sharesBeside(first, newest);
  const known = new Set(first.map(({ id }) => id));
  const others = await threadsById(db, shown, [...shares.keys()].filter((id) => !known.has(id)));
  return { threads: [...first.filter(({ id }) => shares.has(id)), ...others], shares, newest: newest.map(({ id }) => id) };
}
