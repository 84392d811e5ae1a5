import { describe, expect, test } from "vitest";
import { slice } from "../blocks";
import type { Draft } from "./draft";
import { draftOfHtml } from "./html";
import { isHtml } from "./html-signs";

const prose = "The harbour is old, and nobody who works in it has been asked what it needs.";
const more = "There are three ways out of it, and every one of them is expensive for the town.";
const around = (body: string, head = "") => `<!doctype html><html lang="en"><head><title>Harbours</title>${head}</head><body><h1>Harbours</h1>${body}</body></html>`;

function read(html: string, address: string | null = "https://news.example/a/b"): Draft {
  const draft = draftOfHtml(html, address);
  if ("refused" in draft) throw new Error(JSON.stringify(draft));
  return draft;
}

const body = (html: string) => read(around(`<p>${prose}</p>${html}<p>${more}</p>`)).blocks.slice(1, -1);
const kinds = (html: string) => body(html).map(({ kind, text }) => `${kind}: ${text}`);

describe("refusals", () => {
  test.each([
    ["nothing", "<html></html>"],
    ["an application's shell", '<!doctype html><html><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script>start()</script></body></html>'],
    ["a login", around("<form><label>Name <input></label><label>Password <input type=password></label><button>Sign in</button></form><p><a href=/forgot>Forgotten?</a></p>")],
    ["a search page", around(`<ul>${'<li><a href="/x">Harbours need friends, says the council of the old town.</a> <span>8 May</span></li>'.repeat(20)}</ul>`)],
    ["a front page", around('<section><h2><a href="/1">Ships of the north</a></h2><a href="/1">Nobody in the north has asked for ships, and now there are too many of them.</a></section>'.repeat(9))],
  ])("%s has no article", (_, html) => expect(draftOfHtml(html, null)).toEqual({ refused: "no-article" }));

  test("tags nested deeper than a browser nests them", () => {
    expect(draftOfHtml(`${"<div>\n".repeat(100_000)}<p>${prose}`, null)).toEqual({ refused: "nested-too-deep", line: 511, limit: 512 });
    expect(read(`${"<div>".repeat(400)}<p>${prose}`).blocks).toHaveLength(1);
  });
});

test("nothing of a script survives, and links lead to the web or a mailbox only", () => {
  const draft = read(around(`<p onclick="x()">${prose}<script>alert(1)</script> <a href="javascript:alert(1)">bad</a> <a href=" JaVaScRiPt:x">worse</a> <a href="data:text/html,x">worst</a>
    <a href="../c?d=1">c</a> <a href="//other.example/e">e</a> <a href="mailto:a@b.example">mail</a> <a href="ftp://f.example">f</a> <svg onload=x><a href="https://x.example">svg</a></svg><iframe src=x>frame</iframe></p><style>p{}</style><template><p>${more}</p></template>`));
  expect(JSON.stringify(draft)).not.toMatch(/alert|javascript|onclick|svg|frame|p\{\}/i);
  expect(draft.blocks).toHaveLength(1);
  expect(draft.blocks[0]?.marks.flatMap((mark) => (mark.kind === "link" ? [mark.href] : []))).toEqual(["https://news.example/c?d=1", "https://other.example/e", "mailto:a@b.example"]);
  expect(draft.blocks[0]?.text).toBe(`${prose} bad worse worst c e mail f`);
});

test("what cannot be seen is not read", () => {
  expect(kinds(`<p hidden>${more} One.</p><div style="color:red; display: none"><p>${more} Two.</p></div><p aria-hidden="true">${more} Three.</p><p class="sr-only">${more} Four.</p><noscript><p>${more} Five.</p></noscript>`)).toEqual([]);
});

test("white space is as a browser shows it, and marks stand where their words are", () => {
  const [block] = body("<p>\n  The   <b>old\n</b> <em>and <code>new</code></em>&nbsp;harbour<wbr>s, Str<span>ait</span> of&shy;fice. </p>");
  expect(block?.text).toBe("The old and new harbours, Strait office.");
  expect(block?.marks.map((mark) => [mark.kind, slice(block.text, mark)])).toEqual([["strong", "old"], ["emphasis", "and new"], ["code", "new"]]);
});

test("lists keep their depth, their numbers and the letters people cite", () => {
  const blocks = body('<ol start="3"><li>three<ul><li>inner</li></ul></li><li value="7"><p>seven</p><p>again</p></li></ol><ol type="a"><li>first</li><li>second</li></ol>');
  expect(blocks.map(({ text, shape }) => [text, shape.list])).toEqual([
    ["three", { ordered: true, depth: 0, ordinal: 3 }],
    ["inner", { ordered: false, depth: 1, ordinal: 1 }],
    ["seven", { ordered: true, depth: 0, ordinal: 7 }],
    ["again", { ordered: true, depth: 0, ordinal: 7, continued: true }],
    ["(a) first", { ordered: true, depth: 0, ordinal: 1, labelled: true }],
    ["(b) second", { ordered: true, depth: 0, ordinal: 2, labelled: true }],
  ]);
});

test("definitions follow their terms, and labels begin them", () => {
  expect(kinds("<dl><dt>Quay</dt><dd>Where ships lie.</dd></dl><dl><dt>1.</dt><dd>the quay;<dl><dt>a)</dt><dd>old</dd></dl></dd></dl>")).toEqual([
    "paragraph: Quay", "paragraph: Where ships lie.", "list-item: 1. the quay;", "list-item: a) old",
  ]);
});

test("tables of data are rows, with empty cells where one reaches over others; tables of layout are what is in them", () => {
  const blocks = body("<table><caption>Tonnes</caption><thead><tr><th>Year<th colspan=2>Tonnes</thead><tr><td rowspan=2>2025<td>1<td>2<tr><td>3<td>4</table><table><tr><td><p>One.</p><td><p>Two.</p></table>");
  expect(blocks.map(({ kind, text, shape }) => [kind, text, shape.row?.header])).toEqual([
    ["paragraph", "Tonnes", undefined], ["table-row", "Year\tTonnes\t", true], ["table-row", "2025\t1\t2", false], ["table-row", "\t3\t4", false], ["paragraph", "One.", undefined], ["paragraph", "Two.", undefined],
  ]);
});

test("pictures are the largest on offer, with the caption beside them and its credit", () => {
  const blocks = body(`<figure><img src="data:image/gif;base64,R0" data-src="/small.jpg" srcset="/s.jpg 400w, /l.jpg 1600w" alt="Crane"><figcaption>A crane at night. Photo: Jane Roe</figcaption></figure>
    <figure><noscript><img src="/n.jpg" alt="Quay"></noscript></figure><p><img src="p.jpg"></p><p class="caption">The quay.</p><p><img src="/icon.png" width="16">Words beside an icon.</p><p><img src="/spacer.gif"></p>`);
  expect(blocks.map(({ text, shape }) => [text, shape.image])).toEqual([
    ["A crane at night. Photo: Jane Roe", { source: "https://news.example/l.jpg", alternative: "Crane" }],
    ["Quay", { source: "https://news.example/n.jpg", alternative: "Quay" }],
    ["The quay.", { source: "https://news.example/a/p.jpg", alternative: "" }],
    ["Words beside an icon.", undefined],
  ]);
  expect(blocks[0]?.marks).toEqual([{ kind: "credit", start: 18, end: 33 }]);
});

test("notes are footnotes with their label, and what refers to them is marked", () => {
  const { blocks } = read(around(`<p>${prose}<sup><a href="#fn1" id="r1">1</a></sup> More.<a href="#b">[*]</a> <a href="#top">1</a></p><p>${more}</p><ol><li id="fn1"><p>1. Of the quay. <a href="#r1">↩</a></p></li></ol><p><a name="b"></a>* Of the ships.</p>`));
  expect(blocks.map(({ kind, text, shape }) => [kind, text, shape.label])).toEqual([
    ["paragraph", `${prose}[1] More.[*] 1`, undefined], ["paragraph", more, undefined], ["footnote", "Of the quay.", "1"], ["footnote", "Of the ships.", "*"],
  ]);
  expect(blocks[0]?.marks).toEqual([
    { kind: "footnote-reference", label: "1", start: prose.length, end: prose.length + 3 },
    { kind: "footnote-reference", label: "*", start: prose.length + 9, end: prose.length + 12 },
  ]);
});

test("lines broken by hand are paragraphs where they are long or indented, and one where they are verse", () => {
  expect(kinds(`${prose} Still.<br><br>${more} Again.<br>`)).toEqual([`paragraph: ${prose} Still.`, `paragraph: ${more} Again.`]);
  expect(kinds("<p>　　海港需要朋友。<br>　　没有人问过它。</p>")).toEqual(["paragraph: 海港需要朋友。", "paragraph: 没有人问过它。"]);
  expect(kinds("<p>The ships come in,<br>the ships go out</p>")).toEqual(["paragraph: The ships come in, the ships go out"]);
  expect(kinds(`<p><b>Who pays</b><br>${prose} Still.</p>`)).toEqual(["heading: Who pays", `paragraph: ${prose} Still.`]);
});

test("readings, formulas and quotations are words in a line", () => {
  expect(kinds('<p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>と<ruby>船<rt>ふね</rt></ruby>。</p><p>So <math><semantics><mi>x</mi><mo>=</mo><mn>2</mn><annotation encoding="x-tex">x=2</annotation></semantics></math> and <q>why</q>.</p>')).toEqual(["paragraph: 港(みなと)と船（ふね）。", "paragraph: So x=2 and “why”."]);
});

test("what stands beside an article is left out and said", () => {
  const draft = read(around(`<p>${prose}</p><div class="share-bar"><a href=#>Tweet</a></div><aside><p>${more} Aside.</p></aside><p><a href="/x">Ships of the north</a></p><h3><a href="/y">Ships of the south, in pictures</a></h3><blockquote class="pullquote">nobody who works in it has been asked</blockquote><p>${more}</p><div class="comments"><p>${more} Says a reader.</p></div><section class="related"><h2>Related</h2><p>${more} Related.</p></section>`));
  expect(draft.blocks.map(({ text }) => text)).toEqual([prose, more]);
  expect(draft.dropped).toEqual(expect.arrayContaining(["Tweet", `${more} Aside.`, "Ships of the north", "nobody who works in it has been asked"]));
});

describe("what a page says of itself", () => {
  const json = (article: object) => `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@graph": [{ "@type": "WebSite", name: "The Post" }, { "@type": "NewsArticle", headline: "Harbours", ...article }] })}</script>`;
  const text = `<p>${prose}</p><p>${more}</p>`;

  test.each([
    ["JSON-LD", around(text, json({ author: [{ "@type": "Person", name: "Jane Roe" }, { "@type": "Person", name: "R. van Dam" }], datePublished: "2026-05-08T10:30:00Z", publisher: { name: "The Post" } })), { byline: "Jane Roe, R. van Dam", date: "2026-05-08", source: "The Post" }],
    ["a printed line goes before it", around(`<p>By Jane Roe and R. van Dam</p><p>8 May 2026, 12:30</p>${text}`, json({ author: { name: "Jane Roe" }, datePublished: "2026-05-08T10:30:00Z" })), { byline: "Jane Roe and R. van Dam", date: "2026-05-08T12:30" }],
    ["the day it was published, not changed", around(`<p>Updated 10 May 2026, published 8 May 2026</p>${text}`), { date: "2026-05-08" }],
    ["an organisation is no author", around(text, json({ author: { "@type": "Organization", name: "The Post" }, publisher: { name: "The Post" } })), { byline: null, source: "The Post" }],
    ["OpenGraph", around(text, '<meta property="og:site_name" content="The Post"><meta property="article:published_time" content="2026-05-08T23:30:00+02:00"><meta name="author" content="By Jane Roe">'), { byline: "Jane Roe", date: "2026-05-08", source: "The Post" }],
    ["Dublin Core and citations", around(text, '<meta name="DC.date.issued" content="2026-05-08"><meta name="citation_author" content="Roe, Jane"><meta name="DC.publisher" content="The Post">'), { byline: "Roe, Jane", date: "2026-05-08", source: "The Post" }],
    ["microdata and rel", around(`<div><a rel="author" href="/a">Jane Roe</a> <time datetime="2026-05-08">yesterday</time></div>${text}`), { byline: "Jane Roe", date: "2026-05-08" }],
    ["broken JSON", around(text, '<script type="application/ld+json">{"@type": "Article", </script>'), { byline: null, date: null, source: null }],
    ["a Chinese head", around("<p>发布时间：2026-05-08 10:30 来源：海港报 作者：王小明 责任编辑：李四</p><p>海港已经很老了，没有人问过在那里工作的人需要什么。</p>"), { byline: "王小明", date: "2026-05-08T10:30", source: "海港报", language: "zh" }],
    ["a German head", around("<p>Eine Analyse von Anna Schmidt</p><p>Stand: 08.05.2026, 10:30 Uhr</p><p>Der Hafen ist alt, und niemand hat die gefragt, die in ihm arbeiten.</p>"), { byline: "Anna Schmidt", date: "2026-05-08T10:30" }],
  ])("%s", (_, html, told) => expect(read(html)).toMatchObject(told));

  test("its language is the text's where the template says another", () => {
    const german = "<p>Der Hafen ist alt, und niemand hat die gefragt, die in ihm arbeiten. Die Stadt schweigt dazu, und die Bürger zahlen weiter für Kräne, die niemand braucht und die im Winter einfrieren.</p>".repeat(2);
    expect(read(around(german)).language).toBe("de");
    expect(read(around(`<p>${prose}</p>`).replace('lang="en"', 'lang="en-GB"')).language).toBe("en");
  });

  test("its title is the one printed, without the site and the topic above it", () => {
    expect(read(`<title>Harbours need friends | The Post</title><p>${prose}</p>`).title).toBe("Harbours need friends");
    expect(read(`<title>Letters: Harbours need friends - The Post</title><meta property="og:title" content="Harbours need friends"><h1><span class="kicker">Letters</span> Harbours need friends</h1><p>${prose}</p>`).title).toBe("Harbours need friends");
  });

  test("where a page was saved from makes its links whole", () => {
    const html = `<!DOCTYPE html>\n<!-- saved from url=(0030)https://post.example/news/one -->\n${around(`<p>${prose} <a href="two">Two</a></p>`)}`;
    expect(read(html, null).blocks[0]?.marks).toEqual([{ kind: "link", href: "https://post.example/news/two", start: prose.length + 1, end: prose.length + 4 }]);
  });
});

test.each([
  ["<!DOCTYPE html>\n<title>x</title>", true],
  ["\n <html lang=en>", true],
  ['<!-- saved by somebody --><body class="a">', true],
  ["<article>", true],
  ["<div>a</div>", false],
  ["# Harbours\n\n<article>", false],
  ["<harbours> need friends", false],
  ["Words", false],
])("%j is a page: %j", (text, isPage) => expect(isHtml(text)).toBe(isPage));
