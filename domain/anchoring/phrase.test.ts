import { expect, test } from "vitest";
import { carrierOf } from "./phrase";

/** The words that `phrase` of `text` became in `blocks`. */
function carried(text: string, phrase: string, ...blocks: string[]): string | null {
  const start = Array.from(text.slice(0, text.indexOf(phrase))).length;
  const found = carrierOf(text, blocks)({ start, end: start + Array.from(phrase).length });
  return found && Array.from(blocks[found.block] ?? "").slice(found.start, found.end).join("");
}

const TEXT = "The court may stay the order until the appeal is decided.";

test("words that stayed are found where they now stand", () => {
  expect(carried(TEXT, "stay the order", `In urgent cases, ${TEXT}`)).toBe("stay the order");
});

test("a changed word inside a phrase stays inside", () => {
  expect(carried(TEXT, "until the appeal is decided", "The court may stay the order until the final appeal is decided.")).toBe("until the final appeal is decided");
});

test("of several equal words those are meant that stand in the same place", () => {
  expect(carrierOf("the law and the law and the law", ["the law and the old law and the law"])({ start: 12, end: 19 })).toMatchObject({ start: 12, end: 23 });
});

test("a phrase of which less than half is left is gone", () => {
  expect(carried(TEXT, "stay the order", "The court may not act until the appeal is decided.")).toBeNull();
});

test("a phrase of a split block is found in its part", () => {
  expect(carried(`${TEXT} Costs are shared.`, "Costs are shared", TEXT, "Costs are shared.")).toBe("Costs are shared");
});

test("offsets count code points, in emoji, combining marks and Chinese", () => {
  expect(carried("😀😀 网络安全 matters", "网络安全", "😀 新的网络安全 matters")).toBe("网络安全");
  expect(carried("l'e\u0301tat 😀 c'est moi", "c'est moi", "😀😀 l'état c'est moi")).toBe("c'est moi");
});

test("where there are no words a phrase is none", () => {
  expect(carrierOf("", ["x"])({ start: 0, end: 0 })).toBeNull();
  expect(carrierOf(TEXT, [])({ start: 0, end: 3 })).toBeNull();
});
