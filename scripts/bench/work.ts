/** The common work as rows: a discussion of so many comments, as posting them one by one would leave it. */
import { v7 as newId } from "uuid";
import { z } from "zod";

/** A comment as the load generator makes it; `anchor`: the number of its paragraph, `at`: ms, ids from 1. */
export const work = z.array(
  z.object({ id: z.number(), parent: z.number().nullable(), root: z.number().nullable(), depth: z.number(), anchor: z.number(), author: z.string(), at: z.number(), body: z.string() }),
);
export type Made = z.output<typeof work>[number];
export type Ground = { discussionId: string; revisionId: string; blockIds: ReadonlyMap<number, string> };

export function rowsOf(comments: readonly Made[], { discussionId, revisionId, blockIds }: Ground, participants: ReadonlyMap<string, string>) {
  const ids = new Map(comments.map(({ id, at }) => [id, newId({ msecs: at })]));
  const replies = counted(comments.map(({ parent }) => parent));
  const total = counted(comments.map(({ id, root }) => root ?? id));
  const last = new Map(comments.map(({ id, root, at }) => [root ?? id, new Date(at)]));
  const [next, nextBelow, nextOn] = [counter(), counter(), counter()];
  const threadId = (id: number): string => `t${ids.get(id)}`;
  const roots = comments.filter(({ parent }) => parent === null);
  return {
    comments: comments.map(({ id, parent, root, depth, author, at, body }) => ({
      id: ids.get(id) ?? "",
      threadId: threadId(root ?? id),
      discussionId,
      participantId: participants.get(author) ?? "",
      parentId: parent === null ? null : (ids.get(parent) ?? null),
      depth,
      sequence: next(root ?? id),
      ordinal: parent === null ? 1 : nextBelow(parent),
      replies: replies.get(id) ?? 0,
      kind: null,
      body,
      createdAt: new Date(at),
    })),
    threads: roots.map(({ id, at }) => ({ id: threadId(id), discussionId, total: total.get(id) ?? 0, comments: total.get(id) ?? 0, lastCommentAt: last.get(id) ?? new Date(at), createdAt: new Date(at) })),
    anchors: roots.map(({ id, anchor }) => ({ threadId: threadId(id), revisionId, blockId: blockIds.get(anchor) })),
    placements: roots.map(({ id, anchor }) => ({ threadId: threadId(id), revisionId, discussionId, blockNumber: anchor, ordinal: nextOn(anchor), place: "same" as const, text: "exact" as const, cause: "posted" })),
    heats: [...counted(comments.map(({ anchor }) => anchor))].map(([blockNumber, count]) => ({ discussionId, revisionId, blockNumber, threads: roots.filter(({ anchor }) => anchor === blockNumber).length, comments: count })),
  };
}

function counted<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Counts from 1, for each key on its own. */
function counter(): (key: number) => number {
  const counts = new Map<number, number>();
  return (key) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
}
