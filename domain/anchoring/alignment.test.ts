import { describe, expect, test } from "vitest";
import { align } from "./alignment";

const A = "The committee reports to the assembly every year on what it has spent and why.";
const B = "Operators of large platforms keep a register of the orders they received.";
const C = "A reader may ask for the data that is held about them, free of charge.";
const D = "Complaints are answered within thirty days by somebody who did not decide the case.";
const E = "Nothing in this part limits the freedom of research or of the press.";

const places = (from: string[], to: string[]): (number[] | null)[] => align(from, to).map((fate) => (fate.to.length > 0 ? fate.to : null));

describe("what stayed", () => {
  test("a text is mapped to itself, every block to its own", () => {
    expect(align([A, B, C], [A, B, C]).map((fate) => [fate.to, fate.method, fate.likeness])).toEqual([0, 1, 2].map((at) => [[at], "identical", 1]));
  });

  test("copies keep their order, and their neighbours decide which of them went", () => {
    expect(places(["Repealed.", A, "Repealed.", B, "Repealed."], ["Repealed.", A, B, "Repealed."])).toEqual([[0], [1], null, [2], [3]]);
  });

  test("renumbering changes nothing", () => {
    expect(places([`Article 4. ${A}`, `Article 5. ${B}`, `Article 6. ${C}`], [`Article 5. ${A}`, `Article 6. ${B}`, `Article 7. ${C}`])).toEqual([[0], [1], [2]]);
    expect(places(["第四条 经营者应当保存记录，不得泄露个人信息。", "第五条 任何人可以查阅。"], ["第五条 经营者应当保存记录，不得泄露个人信息。", "第六条 任何人可以查阅。"])).toEqual([[0], [1]]);
  });

  test("nor does typography: quotation marks, dashes, spaces, full width, how accents are written", () => {
    expect(places(["The “café” – a place", "ＡＢＣ　ｄｅｆ ghi"], ['The "cafe\u0301" - a  place', "ABC def ghi"])).toEqual([[0], [1]]);
  });

  test("an edited block is found between its neighbours", () => {
    expect(places([A, B, C], [A, "Operators of large platforms keep a public register of all orders received.", C])).toEqual([[0], [1], [2]]);
  });
});

describe("what moved", () => {
  test("a block that stands elsewhere is found there", () => {
    expect(places([A, B, C, D, E], [B, C, D, E, A])).toEqual([[4], [0], [1], [2], [3]]);
  });

  test("a heading goes with what it heads", () => {
    expect(places(["Scope", A, "Duties", B, C, D], [C, D, "Scope", A, "Duties", B]).slice(0, 4)).toEqual([[2], [3], [4], [5]]);
  });

  test("entries sorted anew keep their own lines", () => {
    const from = ["user_session keeps a reader signed in for two weeks.", "gist_user_session keeps a reader signed in for two weeks."];
    const to = ["Ours: gist_user_session keeps a reader signed in for two weeks.", "Ours: user_session keeps a reader signed in for two weeks."];
    expect(places([A, ...from, B], [A, ...to, B])).toEqual([[0], [2], [1], [3]]);
  });
});

describe("what was parted or joined", () => {
  test("a split block lives on in both parts, the larger first", () => {
    expect(places([A, `${B} ${D}`, C], [A, B, D, C])).toEqual([[0], [2, 1], [3]]);
  });

  test("two joined blocks live on in one", () => {
    expect(places([A, B, D, C], [A, `${B} ${D}`, C])).toEqual([[0], [1], [1], [2]]);
  });

  test("a block taken into another far away is found there", () => {
    expect(places([A, B, C, D, E], [A, B, C, `${D} ${E}`].reverse())).toEqual([[3], [2], [1], [0], [0]]);
  });
});

describe("what is gone", () => {
  test("a removed block is given to nobody, not even to its look-alike", () => {
    const alike = "Operators of small platforms keep a register of the complaints they received.";
    expect(places([A, B, alike, C], [A, alike, C])).toEqual([[0], null, [1], [2]]);
  });

  test("of another article nothing is kept", () => {
    expect(places([A, B], ["Bees dance to tell where the flowers are.", "A hive in winter hums at eleven degrees."])).toEqual([null, null]);
  });

  test("nothing becomes nothing", () => {
    expect(places([], [A])).toEqual([]);
    expect(places([A], [])).toEqual([null]);
    expect(places(["", "…"], ["…", ""])).toHaveLength(2);
  });
});

/** A small generator, so that a failure can be had again by its seed (Mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const WORDS = "law data state reader court order city press right duty 网络 安全 国家 数据 公民 😀 e\u0301tat".split(" ");

function document(roll: (sides: number) => number): string[] {
  return Array.from({ length: 1 + roll(40) }, () => Array.from({ length: roll(24) }, () => WORDS[roll(WORDS.length)]).join(roll(4) === 0 ? "" : " "));
}

test.each(Array.from({ length: 60 }, (_, seed) => seed))("whatever the texts, each block gets one verdict, and twice the same (seed %i)", (seed) => {
  const roll = dice(seed);
  const [from, other] = [document(roll), document(roll)];
  const to = from.flatMap((text) => (roll(5) === 0 ? [] : roll(5) === 0 ? [text, other[roll(other.length)] ?? ""] : [text]));
  const fates = align(from, to);
  expect(fates).toHaveLength(from.length);
  expect(align(from, to)).toEqual(fates);
  for (const fate of fates) for (const at of fate.to ?? []) expect(at).toBeLessThan(to.length);
  expect(align(from, from).map((fate) => fate.to)).toEqual(from.map((_, at) => [at]));
});
