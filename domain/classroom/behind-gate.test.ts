import { expect, test } from "vitest";
import type { CommentView } from "../thread";
import { asIfAlone, numberedAfresh } from "./behind-gate";

const comment = (id: string, more: Partial<CommentView>): CommentView => ({
  id,
  threadId: "t",
  parentId: null,
  depth: 0,
  sequence: 1,
  by: { id: "p", name: "Quiet Heron", displayName: null, badge: null },
  kind: null,
  body: id,
  at: "2026-05-08T12:00:00.000Z",
  editedAt: null,
  deletedAt: null,
  proposal: null,
  replies: 0,
  ...more,
});

test("a prompt and the one answer to it that is seen say nothing of twenty others", () => {
  const seen = asIfAlone([comment("prompt", { replies: 21 }), comment("own", { parentId: "prompt", depth: 1, sequence: 14, replies: 3 })]);
  expect(seen.map(({ id, sequence, replies, depth }) => ({ id, sequence, replies, depth }))).toEqual([
    { id: "prompt", sequence: 1, replies: 1, depth: 0 },
    { id: "own", sequence: 2, replies: 0, depth: 1 },
  ]);
});

test("a teacher's answer to something hidden stands first and names nobody; a second one stands under it", () => {
  const seen = asIfAlone([comment("one", { parentId: "hidden", depth: 5, sequence: 9 }), comment("two", { parentId: "hidden too", depth: 2, sequence: 11 })]);
  expect(seen.map(({ id, parentId, depth, answering, sequence }) => ({ id, parentId, depth, answering, sequence }))).toEqual([
    { id: "one", parentId: null, depth: 0, answering: null, sequence: 1 },
    { id: "two", parentId: "one", depth: 1, answering: null, sequence: 2 },
  ]);
});

test("no gap in the numbers of threads tells of those between them", () => {
  expect(numberedAfresh([{ block: 1, ordinal: 4 }, { block: 1, ordinal: 9 }, { block: null, ordinal: 3 }])).toEqual([
    { block: 1, ordinal: 1 },
    { block: 1, ordinal: 2 },
    { block: null, ordinal: 1 },
  ]);
});
