import { describe, expect, test } from "vitest";
import { branchOf, type Branch, type CommentView } from "./thread";

function comment(id: string, parentId: string | null, replies = 0): CommentView {
  return { id, threadId: "t", parentId, depth: 0, sequence: 1, by: { id: `p-${id}`, name: `name of ${id}`, displayName: null, badge: null }, kind: null, body: id, at: "2026-05-08T12:00:00.000Z", editedAt: null, deletedAt: null, proposal: null, replies };
}

const shape = ({ comment: { id }, replies, more }: Branch): unknown => [id, more, ...replies.map(shape)];

describe("a thread's tree", () => {
  test("is made of rows in which parents come first", () => {
    const rows = [comment("a", null, 2), comment("b", "a", 1), comment("c", "a"), comment("d", "b")];
    expect(shape(branchOf("a", rows)!)).toEqual(["a", 0, ["b", 0, ["d", 0]], ["c", 0]]);
  });

  test("says how many replies are not among the rows", () => {
    expect(shape(branchOf("a", [comment("a", null, 5), comment("b", "a", 3)])!)).toEqual(["a", 4, ["b", 3]]);
  });

  test("ends after eight levels and names whom the deep ones answer", () => {
    const chain = Array.from({ length: 20 }, (_, depth) => comment(String(depth), depth === 0 ? null : String(depth - 1), 1));
    let branch = branchOf("0", chain);
    const answers: (string | null)[] = [];
    while (branch?.replies[0]) {
      branch = branch.replies[0];
      answers.push(branch.answers);
    }
    expect(answers).toEqual([null, null, null, null, "name of 4", "name of 5", "name of 6", "name of 7"]);
    expect(branch?.more).toBe(1);
  });

  test("may begin at any comment", () => {
    expect(shape(branchOf("b", [comment("b", "a", 1), comment("c", "b")])!)).toEqual(["b", 0, ["c", 0]]);
  });

  test("shows one that may stand alone under the first comment, named after whom it answers, and counts the rest", () => {
    const rows = [comment("a", null, 3), comment("b", "a"), { ...comment("z", "y"), answering: "name of y" }];
    const branch = branchOf("a", rows);
    expect(shape(branch!)).toEqual(["a", 2, ["b", 0], ["z", 0]]);
    expect(branch?.replies[1]?.answers).toBe("name of y");
  });

  test("is none without its first comment", () => {
    expect(branchOf("x", [comment("a", null)])).toBeNull();
  });
});
