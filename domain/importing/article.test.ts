import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { codePoints, slice } from "../blocks";
import { type ImportedArticle, importArticle } from "./article";

const bytes = (text: string) => new TextEncoder().encode(text);

function imported(text: string, format: "text" | "markdown" | "detect" = "detect"): ImportedArticle {
  const article = importArticle(bytes(text), format);
  if ("refused" in article) throw new Error(JSON.stringify(article));
  return article;
}

const kinds = ({ blocks }: ImportedArticle) => blocks.map(({ kind, text }) => `${kind}: ${text}`);

describe("refusals", () => {
  test.each([
    ["nothing", new Uint8Array(), { refused: "empty" }],
    ["white space of every kind", bytes("\uFEFF \u00a0\r\n\u2028\t\u200b"), { refused: "empty" }],
    ["a NUL", bytes("ab\u0000c"), { refused: "binary", byte: 2, format: null }],
    ["an escape", bytes("ab\u001bc"), { refused: "binary", byte: 2, format: null }],
    ["a PDF", bytes("%PDF-1.7"), { refused: "binary", byte: 0, format: "pdf" }],
    ["a Word file", bytes("PK\u0003\u0004…"), { refused: "binary", byte: 0, format: "zip" }],
    ["a JPEG", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), { refused: "binary", byte: 0, format: "jpeg" }],
    ["a gzip", Uint8Array.of(0x1f, 0x8b, 8), { refused: "binary", byte: 0, format: "gzip" }],
    ["UTF-16 with half a character", Uint8Array.of(0xff, 0xfe, 0x41), { refused: "not-utf-8", byte: 0, tried: "utf-16le" }],
    ["an OpenDocument text", bytes(`PK\u0003\u0004${"-".repeat(26)}mimetypeapplication/vnd.oasis.opendocument.text`), { refused: "binary", byte: 0, format: "odt" }],
    ["a sequence cut off", Uint8Array.of(0x61, 0x62, 0xe4, 0xb8), { refused: "not-utf-8", byte: 2 }],
    ["a surrogate", Uint8Array.of(0x61, 0xed, 0xa0, 0x80), { refused: "not-utf-8", byte: 1 }],
    ["a title alone", bytes("Harbours"), { refused: "no-article" }],
    ["Markdown without words", bytes("# Harbours\n\n***\n"), { refused: "no-article" }],
    ["bad front matter", bytes("---\ntitle: A\nauthor: [b\n---\nText."), { refused: "front-matter", line: 4, reason: "BAD_INDENT" }],
    ["nested quotations", bytes(`# A\n\n${">".repeat(5000)} b`), { refused: "nested-too-deep", line: 3, limit: 100 }],
    ["too many blocks", bytes(`# A\n\n${"b\n\n".repeat(50_001)}`), { refused: "too-many-blocks", limit: 50_000 }],
    ["too many lines", bytes("b\n".repeat(200_001)), { refused: "too-many-lines", limit: 200_000 }],
  ])("%s", (_, input, refusal) => expect(importArticle(input, "detect")).toEqual(refusal));

  test("2 MiB are taken and one byte more is not", () => {
    const limit = 2 * 1024 * 1024;
    expect("refused" in importArticle(bytes("a".repeat(limit - 1) + "."), "text")).toBe(false);
    expect(importArticle(bytes("a".repeat(limit + 1)), "text")).toEqual({ refused: "too-large", bytes: limit + 1, limit });
  });
});

describe("a paste in English", () => {
  const article = imported(
    [
      "Home > Opinion > Letters",
      "Harbours need friends\nUpdated: 2026-05-08 10:30\nBy Jane Roe (Harbour Post)",
      "Share | Tweet | Email",
      "The harbour is old, and nobody who works in it has been asked what it needs.",
      "HARBOURS NEED FRIENDS",
      "A crane at night. [Photo/Harbour News]",
      "1. What it costs",
      "Read more: Ships of the north",
      "The “Council” said: \"Nothing.\" That was in May.",
      "> We pay, and they\n> sail away.",
      "There are three ways out of it, and all of them are expensive:",
      "- cranes\n- ships that\n  float",
      "(a) selling it;\n(b) keeping it.",
      "Sovereignty",
      "We use cookies in the harbour office, and they are delicious with tea.",
      "Source: Harbour Post",
      "Copyright © 2026 Harbour Post. All rights reserved. No part may be copied by anyone at all.",
    ].join("\n\n"),
  );

  test("its head is read and the page's furniture reported", () => {
    expect({ ...article, blocks: [] }).toEqual({
      title: "Harbours need friends",
      standfirst: null,
      byline: "Jane Roe",
      date: "2026-05-08T10:30",
      source: "Harbour Post",
      language: "en",
      blocks: [],
      dropped: [
        "Home > Opinion > Letters",
        "Share | Tweet | Email",
        "HARBOURS NEED FRIENDS",
        "Read more: Ships of the north",
        "Copyright © 2026 Harbour Post. All rights reserved. No part may be copied by anyone at all.",
      ],
    });
  });

  test("its blocks stand in order and whole", () => {
    expect(kinds(article)).toEqual([
      "paragraph: The harbour is old, and nobody who works in it has been asked what it needs.",
      "figure: A crane at night. [Photo/Harbour News]",
      "heading: 1. What it costs",
      "paragraph: The “Council” said: \"Nothing.\" That was in May.",
      "quotation: We pay, and they sail away.",
      "paragraph: There are three ways out of it, and all of them are expensive:",
      "list-item: cranes",
      "list-item: ships that float",
      "list-item: (a) selling it;",
      "list-item: (b) keeping it.",
      "heading: Sovereignty",
      "paragraph: We use cookies in the harbour office, and they are delicious with tea.",
    ]);
    expect(article.blocks.flatMap(({ shape }) => shape.list ?? [])).toEqual([
      { ordered: false, depth: 0, ordinal: 1 },
      { ordered: false, depth: 0, ordinal: 2 },
      { ordered: true, depth: 1, ordinal: 1, labelled: true },
      { ordered: true, depth: 1, ordinal: 2, labelled: true },
    ]);
    expect(article.blocks[1]?.marks).toEqual([{ kind: "credit", start: 19, end: 37 }]);
    expect(article.blocks[3]?.sentences).toEqual([
      { start: 0, end: 30 },
      { start: 31, end: 47 },
    ]);
  });
});

test("a statute in Chinese keeps its articles as paragraphs", () => {
  const article = imported(
    "海港管理条例\r\n2026年5月8日 10:30　来源：海港报\r\n\r\n第一章　总则\r\n\r\n第一条　为了保护海港，\n制定本条例。\r\n\r\n第二条　本条例适用于下列船舶：\r\n\r\n（一）货船；\r\n\r\n（二）渔船。\r\n\r\n第二章 罚则\r\n\r\n第三条 违者“罚款”。",
  );
  expect(article).toMatchObject({ title: "海港管理条例", date: "2026-05-08T10:30", source: "海港报", language: "zh", dropped: [] });
  expect(kinds(article)).toEqual([
    "heading: 第一章 总则",
    "paragraph: 第一条 为了保护海港，制定本条例。",
    "paragraph: 第二条 本条例适用于下列船舶：",
    "list-item: （一）货船；",
    "list-item: （二）渔船。",
    "heading: 第二章 罚则",
    "paragraph: 第三条 违者“罚款”。",
  ]);
});

test("a German column has its standfirst between title and byline", () => {
  const article = imported(
    "Der Hafen gehört allen\n\nNiemand hat die Bürger gefragt, und das rächt sich nun.\n\nVon Anna Schmidt\n\nStand: 8. Mai 2026, 10:30 Uhr\n\nDer Hafen ist alt, und seine Kräne sind z. B. noch älter. Am 3. Mai fiel einer um.\n\nAnzeige\n\nDie Stadt schweigt dazu, und die Bürger zahlen weiter.",
  );
  expect(article).toMatchObject({
    title: "Der Hafen gehört allen",
    standfirst: "Niemand hat die Bürger gefragt, und das rächt sich nun.",
    byline: "Anna Schmidt",
    date: "2026-05-08T10:30",
    language: "de",
    dropped: ["Anzeige"],
  });
  expect(article.blocks.map(({ sentences }) => sentences.length)).toEqual([2, 1]);
});

test("what misleads or cannot be seen is left out, and what scripts and emoji need stays", () => {
  const article = imported("T\n\nThe\u202E har\u00ADbour\u200B\u2066 \u00a0is 👩\u200D👩\u200D👧 می\u200Cخواهم \u{1F3F4}\u{E0067}\u{E0062}\u{E007F} a\u{E0041}b\u2028\uFEFFend.");
  expect(article.blocks[0]?.text).toBe("The harbour is 👩\u200D👩\u200D👧 می\u200Cخواهم \u{1F3F4}\u{E0067}\u{E0062}\u{E007F} ab end.");
});

test("a date that two countries read differently is left to the editor", () => {
  expect(imported("Harbours\n\nPosted: 3/4/2015\n\nThe harbour is old.")).toMatchObject({ date: null, dropped: ["Posted: 3/4/2015"] });
});

test("without a title the first sentence makes one, cut at 120 code points, and stays", () => {
  const article = imported(`${"🚢 ".repeat(100)}sail. So do we.`);
  expect(codePoints(article.title)).toBeLessThanOrEqual(120);
  expect(article.title.endsWith("🚢…")).toBe(true);
  expect(article.blocks).toHaveLength(1);
});

describe("texts of others", () => {
  const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));
  const newspaper = `${shared}articles/china-balanced-internet-strategy.txt`;
  if (!existsSync(newspaper)) console.log(`skipped: no ${newspaper}, a text that is not ours to keep`);

  test.skipIf(!existsSync(newspaper))("the newspaper comes out whole, without its page", () => {
    const file = readFileSync(newspaper);
    const lines = file.toString().split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter((line) => line !== "");
    const article = importArticle(file, "detect");
    if ("refused" in article) throw new Error(article.refused);
    const { blocks, dropped, ...head } = article;
    expect(head).toEqual({
      title: "China seeks a balanced Internet strategy", standfirst: null, byline: "Xiao Xin",
      date: "2015-12-10T18:13", source: null, language: "en",
    });
    expect(dropped).toEqual([lines[3], lines[0]]);
    expect(blocks.map(({ text }) => text)).toEqual([lines[4], ...lines.slice(6)]);
    expect(blocks.map(({ kind }) => kind)).toEqual(["paragraph", "figure", ...Array<string>(16).fill("paragraph")]);
    expect(blocks[1]?.marks.map((mark) => [mark.kind, slice(blocks[1]?.text ?? "", mark)])).toEqual([["credit", "Photo/Xinhua"]]);
  });

  const histories = `${shared}anchoring/dev/`;
  const isThere = existsSync(histories);
  if (!isThere) console.log(`skipped: no ${histories}, policies' histories`);
  const policies = (isThere ? readdirSync(histories) : []).map((name) => {
    const { lang, oldParagraphs } = z
      .object({ lang: z.string(), oldParagraphs: z.array(z.string()) })
      .parse(JSON.parse(readFileSync(histories + name, "utf8")));
    return { name, lang, paragraphs: oldParagraphs.filter((text) => text.trim() !== "") };
  });
  const wordsOf = (text: string) => text.replace(/[\p{P}\s\u00AD\u200B]+/gu, "");

  test.skipIf(!isThere)("policies and statutes keep every word, in order, with nothing taken for furniture", () => {
    for (const { name, lang, paragraphs } of policies) {
      const article = imported(paragraphs.join("\n\n"), "text");
      const { title, standfirst, byline, date, source, dropped } = article;
      expect({ name, standfirst, byline, date, source, dropped, language: article.language }).toEqual({
        name, standfirst: null, byline: null, date: null, source: null, dropped: [], language: lang.slice(0, 2),
      });
      const all = wordsOf(article.blocks.map(({ text }) => text).join(""));
      expect(all === wordsOf(paragraphs.join("")) || wordsOf(title) + all === wordsOf(paragraphs.join("")), name).toBe(true);
    }
  });

  test.skipIf(!isThere)("4,000 blocks are read in a moment", () => {
    const paragraphs = policies.flatMap((policy) => (policy.lang === "en" ? policy.paragraphs : [])).slice(0, 4200);
    const text = paragraphs.join("\n\n");
    const started = performance.now();
    const { blocks } = imported(text, "text");
    console.log(`${blocks.length} blocks, ${text.length} code units: ${Math.round(performance.now() - started)} ms`);
    expect(blocks.length).toBeGreaterThanOrEqual(4000);
  });
});
