import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "../../db/client";
import { discussion, thread } from "../../db/schema/discussions";
import { readMark } from "../../db/schema/reading";
import type { Reader } from "../../domain/permissions";
import { aClass, anAssignment } from "../testing/classroom";
import { aKey, aMember, asks, later } from "../testing/world";

/** Two students of a group with a gate of one comment, and one of another group. */
async function aDiscussion() {
  const room = await aClass();
  const work = await anAssignment(room, { gate: { kind: "after", own: 1 }, groups: [1, 1, 2] });
  const [here] = await database().select({ id: discussion.id }).from(discussion).where(eq(discussion.audience, work.groups[0] ?? ""));
  if (!here) throw new Error("the group has no discussion");
  const says = (who: Reader, block: number) => asks(who).comments.post({ discussion: here.id, revision: 1, block, body: "Something.", key: aKey() });
  const [first, second, other] = room.students.map(({ reader }) => reader);
  if (!first || !second || !other) throw new Error("the class has no students");
  await says(first, 1);
  const [begun] = await database().select({ id: thread.id }).from(thread).where(eq(thread.discussionId, here.id));
  return { ...{ room, first, second, other, says, discussion: here.id }, thread: begun?.id ?? "" };
}

test("in a class what is new is counted once the gate is open, and read when it was seen", async () => {
  const { second, says, discussion: id, thread: begun } = await aDiscussion();
  const here = async () => asks(second).reading.here({ discussion: id });
  expect(await here()).toMatchObject({ inOrder: false, unread: { total: 0, blocks: {}, threads: {} } });
  expect(await asks(second).reading.mark([{ thread: begun, sequences: [1] }])).toEqual({ read: {} });
  await says(second, 2);
  expect(await here()).toMatchObject({ unread: { total: 1, blocks: { 1: 1 }, threads: { [begun]: { unread: 1, read: "" } } } });
  expect(await asks(second).reading.mark([{ thread: begun, sequences: [1] }])).toEqual({ read: { [begun]: "1" } });
  expect(await here()).toMatchObject({ unread: { total: 0, blocks: {} } });
});

test("a teacher has what is new in every group, and nobody marks what they do not see", async () => {
  const { room, other, discussion: id, thread: begun } = await aDiscussion();
  expect(await asks(room.teacher).reading.here({ discussion: id })).toMatchObject({ unread: { total: 1, threads: { [begun]: { unread: 1 } } } });
  for (const who of [other, await aMember()]) expect(await asks(who).reading.mark([{ thread: begun, sequences: [1] }])).toEqual({ read: {} });
  expect(await database().select().from(readMark).where(eq(readMark.threadId, begun))).toEqual([]);
});

test("whom a reader muted elsewhere is as new in a class as others", async () => {
  const { first, second, says, discussion: id } = await aDiscussion();
  const open = await anAssignment(await aClass(), {});
  const { id: said } = await asks(first, { now: () => later(60) }).comments.post({ discussion: open.article.discussionId, revision: 1, block: 1, body: "In public.", key: aKey() });
  await asks(second).members.mute({ comment: said });
  await says(second, 2);
  expect(await asks(second).reading.here({ discussion: id })).toMatchObject({ muted: [], unread: { total: 1 } });
});
