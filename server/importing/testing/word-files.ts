/** Word files as Word writes them, made in the test: a zip of a few XML files. */
import JSZip from "jszip";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A paragraph of runs in a style, by the style's id. */
export const paragraph = (runs: string, style = "", more = ""): string => `<w:p><w:pPr>${style === "" ? "" : `<w:pStyle w:val="${style}"/>`}${more}</w:pPr>${runs}</w:p>`;
export const run = (text: string, properties = ""): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const item = (text: string, depth: number, list = 1): string => paragraph(run(text), "", `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);
export const table = (rows: string[][]): string => `<w:tbl>${rows.map((cells, at) => `<w:tr>${at === 0 ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;
export const reference = (kind: "footnote" | "endnote", id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
export const picture = (relation: string, alternative: string): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="${alternative}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

/** Styles' ids are the language's Word was set to; their names are English in Word, and in the language in others. */
const styles: [id: string, name: string][] = [
  ["Titel", "Title"], ["Untertitel", "Subtitle"], ["berschrift1", "heading 1"], ["U2", "Überschrift 2"], ["B1", "标题 1"], ["Zitat", "Quote"], ["Beschriftung", "caption"],
];

export type WordFile = { body: string; footnotes?: string[]; endnotes?: string[]; comments?: string; properties?: string; images?: Record<string, Uint8Array>; doctype?: string };

export async function wordFile({ body, footnotes = [], endnotes = [], comments = "", properties = "", images = {}, doctype = "" }: WordFile): Promise<Uint8Array> {
  const zip = new JSZip();
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`;
  zip.file("[Content_Types].xml", `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/>${part("word/document.xml", "document.main")}${part("word/footnotes.xml", "footnotes")}</Types>`);
  zip.file("_rels/.rels", `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`);
  const relations = ["styles", "numbering", "footnotes", "endnotes", "comments"].map((name) => `<Relationship Id="${name}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`);
  const pictures = Object.keys(images).map((name) => `<Relationship Id="${name}" Type="${OFFICE}/image" Target="media/${name}.png"/>`);
  zip.file("word/_rels/document.xml.rels", `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[...relations, ...pictures].join("")}<Relationship Id="link" Type="${OFFICE}/hyperlink" Target="https://harbour.example/plan" TargetMode="External"/></Relationships>`);
  zip.file("word/styles.xml", `${XML}<w:styles ${W}>${styles.map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`).join("")}</w:styles>`);
  const level = (depth: number, format: string) => `<w:lvl w:ilvl="${depth}"><w:numFmt w:val="${format}"/></w:lvl>`;
  zip.file("word/numbering.xml", `${XML}<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, "bullet")}${level(1, "bullet")}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, "decimal")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`);
  const notes = (kind: string, texts: string[]) => `${XML}<w:${kind}s ${W}>${texts.map((text, at) => `<w:${kind} w:id="${at + 1}">${paragraph(run(text))}</w:${kind}>`).join("")}</w:${kind}s>`;
  zip.file("word/footnotes.xml", notes("footnote", footnotes));
  zip.file("word/endnotes.xml", notes("endnote", endnotes));
  zip.file("word/comments.xml", `${XML}<w:comments ${W}>${comments}</w:comments>`);
  zip.file("word/document.xml", `${XML}${doctype}<w:document ${W}><w:body>${body}</w:body></w:document>`);
  if (properties !== "") zip.file("docProps/core.xml", `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${properties}</cp:coreProperties>`);
  for (const [name, bytes] of Object.entries(images)) zip.file(`word/media/${name}.png`, bytes);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}
