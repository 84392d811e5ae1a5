import { expect, test } from "vitest";
import type { CommentView } from "./thread";
import { inReadingOrder } from "./whole-thread";

function comment(id: string, parentId: string | null, depth = 1): CommentView {
  return { id, threadId: "t", parentId, depth, sequence: 1, by: { id: `p-${id}`, name: `name of ${id}`, displayName: null, badge: null }, kind: null, body: id, at: "2026-05-08T12:00:00.000Z", editedAt: null, deletedAt: null, proposal: null, replies: 0 };
}

const ids = (comments: readonly CommentView[]): string => comments.map(({ id }) => id).join(" ");
const rows = [comment("a", null, 0), comment("b", "a"), comment("c", "a"), comment("d", "b", 2), comment("e", "c", 2), comment("f", "b", 2)];

test("each comment is followed by its replies, by age", () => {
  expect(ids(inReadingOrder(rows))).toBe("a b d f c e");
});

test("a part names whom the first answer that is answered elsewhere, and only there", () => {
  const part = inReadingOrder(rows, 2, 3);
  expect(ids(part)).toBe("d f c");
  expect(part.map(({ answering }) => answering)).toEqual(["name of b", "name of b", "name of a"]);
  expect(inReadingOrder(rows).map(({ answering }) => answering)).toEqual(Array.from({ length: 6 }, () => undefined));
});

test("where nothing is set in any more, a name tells whom a comment answers", () => {
  const chain = Array.from({ length: 7 }, (_, depth) => comment(String(depth), depth === 0 ? null : String(depth - 1), depth));
  expect(inReadingOrder(chain).map(({ answering }) => answering)).toEqual([undefined, undefined, undefined, undefined, undefined, "name of 4", "name of 5"]);
});
