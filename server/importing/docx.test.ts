import JSZip from "jszip";
import { expect, test } from "vitest";
import type { ImportedArticle } from "../../domain/importing/article";
import { htmlOfDocx } from "./docx";
import { readMaterial } from "./material";
import { item, paragraph, picture, reference, run, table, type WordFile, wordFile } from "./testing/word-files";

const said = { name: "a.docx", type: null, charset: null, address: null };

async function read(file: WordFile): Promise<ImportedArticle> {
  const article = await readMaterial({ ...said, bytes: await wordFile(file) });
  if ("refused" in article) throw new Error(JSON.stringify(article));
  return article;
}

const kinds = ({ blocks }: ImportedArticle) => blocks.map(({ kind, text }) => `${kind}: ${text}`);
const sentence = "The harbour is old, and nobody who works in it has been asked what it needs.";
/** One grey dot. */
const PNG = Uint8Array.from(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==", "base64"));

test("a report keeps its title, headings, lists, tables, notes, links and pictures", async () => {
  const article = await read({
    properties: "<dc:title>Microsoft Word - draft7.doc</dc:title><dc:creator>Registry</dc:creator>",
    footnotes: ["Of the old quay."],
    endnotes: ["And of the new."],
    images: { crane: PNG },
    body: [
      paragraph(run("Harbours need "), "Titel").replace("</w:p>", `${run("friends")}</w:p>`),
      paragraph(run("Nobody asked them"), "Untertitel"),
      paragraph(run("By Jane Roe, 8 May 2026")),
      paragraph(run("What it costs"), "berschrift1"),
      paragraph(`${run(sentence)}${reference("footnote", 1)}${run(" It is ")}${run("ours", "<w:i/>")}${run(".")}${reference("endnote", 1)}`),
      paragraph(`<w:hyperlink r:id="link">${run("The plan")}</w:hyperlink>${run(" says more.")}`),
      item("cranes", 0), item("old ones", 1), item("ships", 0),
      item("sell it", 0, 2), item("keep it", 0, 2),
      paragraph(run("Tonnes"), "U2"),
      table([["Year", "Tonnes"], ["2025", "12"]]),
      paragraph(run("We pay, and they sail away."), "Zitat"),
      paragraph(picture("crane", "A crane at night")),
      paragraph(run("The crane. Photo: Harbour News"), "Beschriftung"),
    ].join(""),
  });
  expect({ ...article, blocks: [] }).toEqual({
    title: "Harbours need friends", standfirst: "Nobody asked them", byline: "Jane Roe", date: "2026-05-08", source: null, language: "en", blocks: [], dropped: [],
  });
  expect(kinds(article)).toEqual([
    "heading: What it costs",
    `paragraph: ${sentence}[1] It is ours.[2]`,
    "paragraph: The plan says more.",
    "list-item: cranes", "list-item: old ones", "list-item: ships", "list-item: sell it", "list-item: keep it",
    "heading: Tonnes",
    "table-row: Year\tTonnes", "table-row: 2025\t12",
    "quotation: We pay, and they sail away.",
    "figure: The crane. Photo: Harbour News",
    "footnote: Of the old quay.", "footnote: And of the new.",
  ]);
  expect(article.blocks.flatMap(({ shape }) => shape.list ?? []).map(({ ordered, depth, ordinal }) => [ordered, depth, ordinal])).toEqual([
    [false, 0, 1], [false, 1, 1], [false, 0, 2], [true, 0, 1], [true, 0, 2],
  ]);
  expect(article.blocks.flatMap(({ shape }) => shape.level ?? [])).toEqual([1, 2]);
  expect(article.blocks.flatMap(({ shape }) => shape.row?.header ?? [])).toEqual([true, false]);
  expect(article.blocks.flatMap(({ shape }) => shape.label ?? [])).toEqual(["1", "2"]);
  expect(article.blocks[2]?.marks).toEqual([{ kind: "link", href: "https://harbour.example/plan", start: 0, end: 8 }]);
  expect(article.blocks[1]?.marks.map(({ kind }) => kind)).toEqual(["footnote-reference", "emphasis", "footnote-reference"]);
  expect(article.blocks[12]?.shape.image).toEqual({ source: `data:image/png;base64,${Buffer.from(PNG).toString("base64")}`, alternative: "A crane at night" });
});

test("Chinese styles and paragraphs that number themselves are headings and items", async () => {
  const article = await read({ body: [paragraph(run("海港管理条例"), "B1"), paragraph(run("为了保护海港，制定本条例，自公布之日起施行。")), paragraph(run("一、海港", "<w:b/>")), paragraph(run("（一）货船都应当登记，并且缴纳费用；")), paragraph(run("（二）渔船。"))].join("") });
  expect(article).toMatchObject({ title: "海港管理条例", language: "zh" });
  expect(kinds(article)).toEqual(["paragraph: 为了保护海港，制定本条例，自公布之日起施行。", "heading: 一、海港", "list-item: （一）货船都应当登记，并且缴纳费用；", "list-item: （二）渔船。"]);
});

test("only accepted text is read, and no comment", async () => {
  const changed = `<w:p>${run("The harbour ")}<w:ins w:id="1" w:author="A">${run("shall")}</w:ins><w:del w:id="2" w:author="A"><w:r><w:delText>may</w:delText></w:r></w:del>${run(" stay.")}<w:r><w:commentReference w:id="1"/></w:r></w:p>`;
  const article = await read({ comments: `<w:comment w:id="1" w:author="B">${paragraph(run("Really?"))}</w:comment>`, body: paragraph(run(sentence)) + changed });
  expect(kinds(article)).toEqual([`paragraph: ${sentence}`, "paragraph: The harbour shall stay."]);
});

test("a document's properties name its author only by a whole name, and its title only where nothing else does", async () => {
  const body = paragraph(run(sentence)) + paragraph(run(sentence.replace("old", "new")));
  expect(await read({ body, properties: "<dc:title>Harbours</dc:title><dc:creator>Jane Roe</dc:creator>" })).toMatchObject({ title: "Harbours", byline: "Jane Roe", date: null });
  expect(await read({ body, properties: "<dc:title>Dokument1.docx</dc:title><dc:creator>jroe</dc:creator>" })).toMatchObject({ title: sentence, byline: null });
});

test("scripts, handlers and links to programs leave only their words", async () => {
  const html = await htmlOfDocx(await wordFile({ body: paragraph(run("&lt;script&gt;alert(1)&lt;/script&gt; and &lt;img onerror=x&gt;")), properties: '<dc:creator>"&gt;&lt;script&gt;x</dc:creator>' }));
  expect(html).not.toMatch(/<script|<img/);
});

test("entities of an XML's own, outside or endless, do nothing", async () => {
  const doctype = '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';
  const answer = await htmlOfDocx(await wordFile({ doctype, body: paragraph(run("one &file; two &c; three")) }));
  expect(JSON.stringify(answer)).not.toMatch(/root:|haha/);
});

async function zipOf(files: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

/** Both places where a zip says how long a file is when inflated, made to say ten bytes. */
function lying(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  for (const [mark, offset] of [["PK\u0003\u0004", 22], ["PK\u0001\u0002", 24]] as const) {
    for (let at = bytes.indexOf(mark, 0, "latin1"); at >= 0; at = bytes.indexOf(mark, at + 4, "latin1")) bytes.writeUInt32LE(10, at + offset);
  }
  return Uint8Array.from(bytes);
}

test("a zip that would burst is refused before it does, whatever it says of itself", async () => {
  const bomb = await zipOf({ "[Content_Types].xml": "<Types/>", "word/media/a.png": new Uint8Array(60 * 1024 * 1024) });
  const tooLarge = { refused: "too-large-inside", limit: 50 * 1024 * 1024, unit: "bytes" };
  expect(bomb.length).toBeLessThan(100_000);
  expect(await htmlOfDocx(bomb)).toEqual(tooLarge);
  expect(await htmlOfDocx(lying(bomb))).toEqual(tooLarge);
  const xml = await zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": new Uint8Array(17 * 1024 * 1024) });
  expect(await htmlOfDocx(xml)).toEqual({ ...tooLarge, limit: 16 * 1024 * 1024 });
  const many = await zipOf(Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`word/${at}.xml`, ""])));
  expect(await htmlOfDocx(many)).toEqual({ refused: "too-large-inside", limit: 2000, unit: "files" });
});

test("a bomb within a Word file is only a file that is not opened", async () => {
  const inner = await zipOf({ "a.png": new Uint8Array(60 * 1024 * 1024) });
  const zip = await JSZip.loadAsync(await wordFile({ body: paragraph(run(sentence)) }));
  zip.file("word/embeddings/inner.zip", inner);
  expect(await htmlOfDocx(await zip.generateAsync({ type: "uint8array" }))).toContain(sentence);
});

test("other files are refused by what they are", async () => {
  expect(await htmlOfDocx(await zipOf({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" }))).toEqual({ refused: "binary", byte: 0, format: "zip" });
  expect(await htmlOfDocx(await zipOf({ "photo.png": PNG }))).toEqual({ refused: "binary", byte: 0, format: "zip" });
  const whole = await wordFile({ body: paragraph(run(sentence)) });
  expect(await htmlOfDocx(whole.subarray(0, whole.length - 200))).toEqual({ refused: "damaged" });
  expect(await htmlOfDocx(await zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document><w:body>" }))).toEqual({ refused: "damaged" });
  expect(await readMaterial({ ...said, bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1) })).toEqual({ refused: "binary", byte: 0, format: "doc" });
  expect(await readMaterial({ ...said, bytes: await wordFile({ body: paragraph("") }) })).toEqual({ refused: "no-article" });
});

test("4,000 blocks are read whole", async () => {
  const body = Array.from({ length: 4_000 }, (_, at) => paragraph(run(`${at}: ${sentence} ${sentence}`))).join("");
  const bytes = await wordFile({ body });
  const started = performance.now();
  const article = await readMaterial({ ...said, bytes });
  console.log(`a Word file of 4,000 blocks: ${Math.round(performance.now() - started)} ms`);
  expect("blocks" in article && article.blocks.length).toBe(4_000);
});
