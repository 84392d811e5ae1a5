import { describe, expect, test } from "vitest";
import { slice } from "../blocks";
import { type ImportedArticle, importArticle } from "./article";

function imported(text: string, format: "markdown" | "detect" = "markdown"): ImportedArticle {
  const article = importArticle(new TextEncoder().encode(text), format);
  if ("refused" in article) throw new Error(JSON.stringify(article));
  return article;
}

const kinds = ({ blocks }: ImportedArticle) => blocks.map(({ kind, text }) => `${kind}: ${text}`);
const marksOf = (text: string) =>
  imported(`# T\n\n${text}`).blocks.flatMap((block) => block.marks.map((mark) => `${mark.kind}: ${slice(block.text, mark)}`));

describe("the head", () => {
  test("is read from front matter", () => {
    const article = imported(
      "---\nTitle: 2015\ndescription: >\n  Why harbours\n  matter.\nauthor: [Jane Roe, R. van Dam]\ndate: 8 May 2026\nsource: Harbour Post\nlang: zh-Hans\n---\n## Costs\n\nThey rise.",
      "detect",
    );
    expect({ ...article, blocks: kinds(article) }).toEqual({
      title: "2015", standfirst: "Why harbours matter.", byline: "Jane Roe, R. van Dam", date: "2026-05-08",
      source: "Harbour Post", language: "zh", dropped: [], blocks: ["heading: Costs", "paragraph: They rise."],
    });
    expect(article.blocks[0]?.shape.level).toBe(1);
  });

  test("is the first heading and the credits right below it", () => {
    const article = imported("# Harbours *need* friends\n\nBy Jane Roe\n8 May 2026\n\n## Costs\n\n#### Detail\n\nBy Jane Roe");
    expect(article).toMatchObject({ title: "Harbours need friends", byline: "Jane Roe", date: "2026-05-08" });
    expect(article.blocks.map(({ kind, shape }) => [kind, shape.level])).toEqual([["heading", 1], ["heading", 3], ["paragraph", undefined]]);
  });

  test("does not say a title twice", () => {
    expect(kinds(imported("---\ntitle: A\n---\n# A\n\nB."))).toEqual(["paragraph: B."]);
  });

  test("is no front matter when two rules hold a paragraph", () => {
    expect(kinds(imported("---\nWords here.\n\n---\n\n# T\n\nMore."))).toEqual(["paragraph: Words here.", "paragraph: More."]);
  });

  test("keeps no control, no surrogate and no bidi override that YAML or an entity spells out", () => {
    const article = imported('---\ntitle: "a\\u202E\\0\\uD800b"\n---\nc&#x202e;&#8203;d');
    expect([article.title, article.blocks[0]?.text]).toEqual(["ab", "cd"]);
  });
});

describe("the blocks", () => {
  test("are paragraphs, items, quotations, rows, figures, code and notes", () => {
    const article = imported(
      "# T\n\nOne[^n] and\ntwo.\n\n- a\n\n  more a\n  1. b\n- c\n\n> q\n> q\n>\n> r\n> - s\n\n***\n\n| A | B |\n|---|---|\n| 1 | *2* |\n| | 3 |\n\n![alt](https://e.example/a.png \"A crane (Photo: AP)\")\n\n    x  = 1\n    y\n\n[^n]: Note one.\n\n    Note two.\n[^unused]: Kept.",
    );
    expect(article.blocks.map(({ kind, text, shape }) => [kind, text, shape])).toEqual([
      ["paragraph", "One[n] and two.", {}],
      ["list-item", "a", { list: { ordered: false, depth: 0, ordinal: 1 } }],
      ["list-item", "more a", { list: { ordered: false, depth: 0, ordinal: 1, continued: true } }],
      ["list-item", "b", { list: { ordered: true, depth: 1, ordinal: 1 } }],
      ["list-item", "c", { list: { ordered: false, depth: 0, ordinal: 2 } }],
      ["quotation", "q q", {}],
      ["quotation", "r", {}],
      ["quotation", "s", { list: { ordered: false, depth: 0, ordinal: 1 } }],
      ["table-row", "A\tB", { row: { header: true } }],
      ["table-row", "1\t2", { row: { header: false } }],
      ["table-row", "\t3", { row: { header: false } }],
      ["figure", "A crane (Photo: AP)", { image: { source: "https://e.example/a.png", alternative: "alt" } }],
      ["paragraph", "x = 1 y", {}],
      ["footnote", "Note one.", { label: "n" }],
      ["footnote", "Note two.", { label: "n" }],
      ["footnote", "Kept.", { label: "unused" }],
    ]);
    expect(article.blocks.flatMap(({ marks }) => marks.map(({ kind }) => kind))).toEqual(["footnote-reference", "emphasis", "credit", "code"]);
  });

  test("never hold markup of HTML, nor anything empty", () => {
    expect(kinds(imported("# T\n\n<script>alert(1)</script>\n\n-\n\n> \n\n<b>x</b> &lt;i&gt;"))).toEqual([
      "paragraph: <script>alert(1)</script>",
      "paragraph: <b>x</b> <i>",
    ]);
  });

  test("join Chinese lines with nothing between", () => {
    expect(kinds(imported("# 海港\n\n海港的起重机，\n很旧  \nand old\n海港"))).toEqual(["paragraph: 海港的起重机，很旧 and old 海港"]);
  });
});

describe("the marks", () => {
  test("count code points, before and after emoji and Chinese", () => {
    const [block] = imported("# T\n\n👩‍👩‍👧 𠮷   *海港 * **b  c** `d` *e*").blocks;
    expect(block?.marks.map((mark) => [mark.kind, slice(block.text, mark)])).toEqual([["strong", "b c"], ["code", "d"], ["emphasis", "e"]]);
  });

  test.each([
    ["[a *b*](https://e.example/x)", ["link: a b", "emphasis: b"]],
    ["<mailto:a@e.example>", ["link: mailto:a@e.example"]],
    ["[a](javascript:alert(1)) [b](data:text/html,x) [c](/d) [e](JaVaScRiPt&#58;f)", []],
    ["![a](javascript:x) word", []],
    ["*a **b***", ["emphasis: a b", "strong: b"]],
    ["~~a~~", []],
  ])("of %s", (text, marks) => expect(marksOf(text)).toEqual(marks));

  test("keep the words of a link that is not followed", () => {
    expect(kinds(imported("# T\n\n[go](javascript:alert(1)) ![alt](data:x) on"))).toEqual(["paragraph: go alt on"]);
  });
});

test.each([
  ["# A\n\nb", true],
  ["A\n\nSee [this](https://e.example).", true],
  ["A\n===\n\nb", true],
  ["A\n\n- b\n- c", false],
  ["A\n\n#topic and 1 * 2 * 3", false],
])("%j is read as Markdown: %s", (text, isMarked) => {
  const bytes = new TextEncoder().encode(text);
  expect(importArticle(bytes, "detect")).toEqual(importArticle(bytes, isMarked ? "markdown" : "text"));
});
