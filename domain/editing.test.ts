import { describe, expect, test } from "vitest";
import { codePoints, type Mark, slice } from "./blocks";
import { type EditedBlock, joinBlocks, retypeBlock, rewordBlock, splitBlock } from "./editing";

const block = (text: string, marks: Mark[] = [], more: Partial<EditedBlock> = {}): EditedBlock => ({ kind: "paragraph", text, marks, shape: {}, ...more });

describe("joining", () => {
  test("puts a space between words and moves the second's marks", () => {
    expect(joinBlocks(block("Cut in", [{ kind: "strong", start: 0, end: 3 }]), block("two 🏛 parts.", [{ kind: "emphasis", start: 4, end: 5 }]))).toEqual(
      block("Cut in two 🏛 parts.", [{ kind: "strong", start: 0, end: 3 }, { kind: "emphasis", start: 11, end: 12 }]),
    );
  });

  test.each([["第一条。", "国家保护。", "第一条。国家保护。"], ["依照", "法律", "依照法律"], ["见 Article 5", "第二款", "见 Article 5 第二款"]])("%s and %s make %s", (one, other, whole) => {
    expect(joinBlocks(block(one), block(other))?.text).toBe(whole);
  });

  test("makes one of a link or an emphasis that was broken in two, and of no others", () => {
    const link = (start: number, end: number, href = "https://a.example"): Mark => ({ kind: "link", href, start, end });
    expect(joinBlocks(block("ab", [link(1, 2)]), block("cd", [link(0, 2)]))?.marks).toEqual([link(1, 5)]);
    expect(joinBlocks(block("ab", [link(1, 2)]), block("cd", [link(0, 2, "https://b.example")]))?.marks).toHaveLength(2);
    const note = (start: number, end: number): Mark => ({ kind: "footnote-reference", label: "1", start, end });
    expect(joinBlocks(block("ab", [note(1, 2)]), block("cd", [note(0, 1)]))?.marks).toHaveLength(2);
  });

  test("keeps what the first is; cells go on as cells, and elsewhere become words", () => {
    const row = block("1998\t12", [], { kind: "table-row", shape: { row: { header: true } } });
    expect(joinBlocks(row, { ...row, shape: { row: { header: false } } })).toEqual({ ...row, text: "1998\t12\t1998\t12" });
    expect(joinBlocks(block("In"), row)).toEqual(block("In 1998 12"));
  });

  test("takes no picture away", () => {
    const figure = block("A chart", [], { kind: "figure", shape: { image: { source: "/media/a", alternative: "" } } });
    expect(joinBlocks(block("Text"), figure)).toBeNull();
    expect(joinBlocks(figure, block("and its source"))?.shape).toEqual(figure.shape);
  });
});

describe("splitting", () => {
  test("cuts text and marks, in code points", () => {
    expect(splitBlock(block("One 🏛🏛 two. Three.", [{ kind: "strong", start: 4, end: 14 }]), 12)).toEqual([
      block("One 🏛🏛 two.", [{ kind: "strong", start: 4, end: 11 }]),
      block("Three.", [{ kind: "strong", start: 0, end: 2 }]),
    ]);
  });

  test.each([-1, 0, 1, 4, 5, 99])("has nothing to part at %i", (at) => {
    expect(splitBlock(block(" ab  "), at)).toBeNull();
  });

  test("gives the second half no picture, no note's label, no number of its own", () => {
    const kinds = (shape: EditedBlock["shape"], kind: EditedBlock["kind"]) => splitBlock(block("one two", [], { kind, shape }), 3)?.map((half) => [half.kind, half.shape]);
    expect(kinds({ image: { source: "/media/a", alternative: "" } }, "figure")?.[1]).toEqual(["paragraph", {}]);
    expect(kinds({ label: "1" }, "footnote")?.[1]).toEqual(["paragraph", {}]);
    expect(kinds({ list: { ordered: true, depth: 1, ordinal: 3, labelled: true } }, "list-item")?.[1]).toEqual(["list-item", { list: { ordered: true, depth: 1, ordinal: 3, continued: true } }]);
    expect(kinds({ row: { header: true } }, "table-row")?.[1]).toEqual(["table-row", { row: { header: false } }]);
    expect(kinds({ level: 2 }, "heading")).toEqual([["heading", { level: 2 }], ["heading", { level: 2 }]]);
  });
});

describe("retyping", () => {
  test("keeps words and marks and gives the kind's own shape", () => {
    expect(retypeBlock(block("A title", [{ kind: "emphasis", start: 2, end: 7 }]), "heading", 2, null)).toEqual(block("A title", [{ kind: "emphasis", start: 2, end: 7 }], { kind: "heading", shape: { level: 2 } }));
    expect(retypeBlock(block("a\tb", [], { kind: "table-row", shape: { row: { header: true } } }), "paragraph", 1, null)).toEqual(block("a b"));
    expect(retypeBlock(block("Text"), "heading", 9, null)?.shape).toEqual({ level: 6 });
  });

  test("makes the next item of the list before it, or begins one", () => {
    const item = block("third", [], { kind: "list-item", shape: { list: { ordered: true, depth: 1, ordinal: 3 } } });
    expect(retypeBlock(block("fourth"), "list-item", 1, item)?.shape).toEqual({ list: { ordered: true, depth: 1, ordinal: 4 } });
    expect(retypeBlock(block("first"), "list-item", 1, block("text"))?.shape).toEqual({ list: { ordered: false, depth: 0, ordinal: 1 } });
    expect(retypeBlock({ ...item, shape: { list: { ordered: true, depth: 1, ordinal: 3, continued: true } } }, "list-item", 1, item)?.shape.list?.ordinal).toBe(4);
  });

  test("makes no text of a picture, and leaves no credit on what is no caption", () => {
    const figure = block("A chart. Xinhua", [{ kind: "credit", start: 9, end: 15 }], { kind: "figure", shape: {} });
    expect(retypeBlock(figure, "paragraph", 1, null)?.marks).toEqual([]);
    expect(retypeBlock({ ...figure, shape: { image: { source: "/media/a", alternative: "" } } }, "paragraph", 1, null)).toBeNull();
  });
});

describe("writing other words", () => {
  const linked = block("See the law of 1998 now.", [{ kind: "link", href: "https://a.example", start: 8, end: 19 }, { kind: "emphasis", start: 20, end: 23 }]);

  test("keeps marks before and after the change, and around it", () => {
    expect(rewordBlock(linked, "See the 🏛 law of 1999 now.")).toEqual([
      block("See the 🏛 law of 1999 now.", [{ kind: "link", href: "https://a.example", start: 8, end: 21 }, { kind: "emphasis", start: 22, end: 25 }]),
    ]);
    expect(rewordBlock(linked, "See the law of 2026 now.")[0]?.marks).toEqual(linked.marks);
    expect(rewordBlock(linked, "See it now.")[0]?.marks).toEqual([{ kind: "emphasis", start: 7, end: 10 }]);
  });

  test("lets a reference go whose sign was changed", () => {
    const noted = block("Fact1.", [{ kind: "footnote-reference", label: "1", start: 4, end: 5 }]);
    expect(rewordBlock(noted, "Fact2.")[0]?.marks).toEqual([]);
    expect(rewordBlock(noted, "A fact.")[0]?.marks).toEqual([]);
    expect(rewordBlock(noted, "Facts1.")[0]?.marks).toEqual([{ ...noted.marks[0], start: 5, end: 6 }]);
  });

  test("parts at empty lines", () => {
    expect(rewordBlock(linked, "See the law\n \nof 1998 now.\n\n\n")).toEqual([
      block("See the law", [{ kind: "link", href: "https://a.example", start: 8, end: 11 }]),
      block("of 1998 now.", [{ kind: "link", href: "https://a.example", start: 0, end: 7 }, { kind: "emphasis", start: 8, end: 11 }]),
    ]);
    expect(rewordBlock(linked, " \n\n ")).toEqual([]);
  });
});

/** Small and repeatable: the same cases each time. */
function* cases(): Generator<EditedBlock> {
  const letters = ["a", "b ", ". ", "字", "。", "👩‍👩‍👧", "🏛", "e\u0301"];
  let seed = 7;
  const next = (most: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % most;
  const kinds = [{ kind: "emphasis" }, { kind: "strong" }, { kind: "link", href: "https://a.example" }, { kind: "footnote-reference", label: "1" }] as const;
  for (let count = 0; count < 300; count += 1) {
    const text = Array.from({ length: 1 + next(12) }, () => letters[next(letters.length)]).join("").trim() || "x";
    const length = codePoints(text);
    const marks = kinds.filter(() => next(2) === 0).map((kind) => {
      const start = next(length);
      return { ...kind, start, end: start + 1 + next(length - start) };
    });
    yield block(text, marks);
  }
}

const all = [...cases()];
const inOrder = ({ marks, ...rest }: EditedBlock) => ({ ...rest, marks: marks.map((mark) => JSON.stringify(mark)).toSorted() });
const areInside = ({ text, marks }: EditedBlock): boolean => marks.every(({ start, end }) => start >= 0 && start < end && end <= codePoints(text));

describe("whatever the text", () => {
  test("joining and then splitting gives back the same", () => {
    all.slice(1).forEach((second, place) => {
      const first = all[place] ?? second;
      const joined = joinBlocks(first, second) ?? first;
      expect(splitBlock(joined, codePoints(first.text))?.map(inOrder)).toEqual([first, second].map(inOrder));
    });
  });

  test("no mark leaves the text, and words before a cut and after it keep theirs", () => {
    for (const whole of all) {
      for (let at = 0; at <= codePoints(whole.text); at += 1) {
        const halves = splitBlock(whole, at) ?? [];
        expect(halves.every(areInside)).toBe(true);
        if (halves[0]) expect(whole.text.startsWith(halves[0].text) && whole.text.endsWith(halves[1]?.text ?? "")).toBe(true);
      }
    }
  });

  test("other words leave no mark outside, and the same words change nothing", () => {
    all.slice(1).forEach((other, place) => {
      const was = all[place] ?? other;
      expect(rewordBlock(was, other.text).every(areInside)).toBe(true);
      expect(rewordBlock(was, was.text)).toEqual([was]);
    });
  });

  test("words under a link that were not changed stay under it", () => {
    for (const was of all) {
      const longer = rewordBlock(was, `New. ${was.text}`)[0];
      expect(longer?.marks.map((mark) => slice(longer.text, mark))).toEqual(was.marks.map((mark) => slice(was.text, mark)));
    }
  });
});
