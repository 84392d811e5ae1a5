import { expect, test } from "vitest";
import { blocksOfPage, wholePage } from "./whole-pages";

const thread = (block: number, ordinal: number, total: number) => ({ block, ordinal, total });

test("what fits is one page", () => {
  expect(wholePage([], 0, 10)).toEqual({ threads: 0, next: null });
  expect(wholePage([thread(1, 1, 4), thread(2, 1, 6)], 0, 10)).toEqual({ threads: 2, next: null });
});

test("a page ends between two blocks where it can", () => {
  const threads = [thread(1, 1, 4), thread(3, 1, 3), thread(3, 2, 5), thread(4, 1, 1)];
  expect(wholePage(threads, 0, 10)).toEqual({ threads: 1, next: { block: 3, ordinal: 1, sequence: 0 } });
  expect(wholePage(threads, 0, 12)).toEqual({ threads: 3, next: { block: 4, ordinal: 1, sequence: 0 } });
});

test("a block that is more than a page is cut between its threads", () => {
  expect(wholePage([thread(1, 1, 4), thread(1, 2, 4), thread(1, 3, 4)], 0, 10)).toEqual({ threads: 2, next: { block: 1, ordinal: 3, sequence: 0 } });
});

test("a thread that is more than a page is cut, and taken up where it was left", () => {
  const threads = [thread(0, 2, 25), thread(0, 3, 4)];
  expect(wholePage(threads, 0, 10)).toEqual({ threads: 1, next: { block: 0, ordinal: 2, sequence: 10 } });
  expect(wholePage(threads, 10, 10)).toEqual({ threads: 1, next: { block: 0, ordinal: 2, sequence: 20 } });
  expect(wholePage(threads, 20, 10)).toEqual({ threads: 2, next: null });
});

test("a page's blocks go on up to the one the next page begins with, which is repeated when it is cut", () => {
  expect(blocksOfPage(null, null, undefined)).toEqual({ first: 1, last: null });
  expect(blocksOfPage(null, { block: 7, ordinal: 1, sequence: 0 }, { block: 4 })).toEqual({ first: 1, last: 6 });
  expect(blocksOfPage({ block: 7, ordinal: 1, sequence: 0 }, { block: 7, ordinal: 9, sequence: 0 }, { block: 7 })).toEqual({ first: 7, last: 7 });
  expect(blocksOfPage({ block: 7, ordinal: 9, sequence: 0 }, { block: 0, ordinal: 1, sequence: 0 }, { block: 8 })).toEqual({ first: 7, last: null });
  expect(blocksOfPage({ block: 0, ordinal: 3, sequence: 0 }, null, { block: 0 })).toBeNull();
});
