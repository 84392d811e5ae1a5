/** A Word file as HTML, for the same rules that read pages: mammoth reads it, once it is sure to fit into memory. */
import mammoth from "mammoth";
import { insideZip, type ZipLimits, type ZipRefusal } from "./zip-inside";

/** "binary": a zip, but no Word file. */
export type DocxRefusal = ZipRefusal | { refused: "binary"; byte: 0; format: "zip" };

/**
 * A report of 300 pages with photographs has 500 files and 30 MB; its text is 8 MB of XML. mammoth takes 3 s and 300 MB for 16 MB
 * of it, which is what the reading thread has.
 */
const LIMITS: ZipLimits = { files: 2000, bytes: 50 * 1024 * 1024, xmlBytes: 16 * 1024 * 1024 };

const CONTENT = "[Content_Types].xml";
const PROPERTIES = "docProps/core.xml";

/** Styles by the names Word, WPS and LibreOffice give them in English, German, French and Chinese. */
const STYLES = [
  ...["Title", "Titel", "Titre", "标题", "Document Title"].map((name) => `p[style-name='${name}'] => h1.document-title:fresh`),
  ...["Subtitle", "Untertitel", "Sous-titre", "副标题"].map((name) => `p[style-name='${name}'] => p.standfirst:fresh`),
  ...[1, 2, 3, 4, 5, 6].flatMap((level) => ["Überschrift", "Titre", "标题", "Heading"].map((name) => `p[style-name='${name} ${level}'] => h${level}:fresh`)),
  ...["Quote", "Intense Quote", "Zitat", "Intensives Zitat", "Citation", "引用", "明显引用", "Quotations", "Block Text"].map((name) => `p[style-name='${name}'] => blockquote > p:fresh`),
  ...["Caption", "caption", "Beschriftung", "Légende", "题注"].map((name) => `p[style-name='${name}'] => p.caption:fresh`),
];

/**
 * The document as HTML: accepted text only, without comments, pictures as data: addresses, notes as links to their places.
 * Its title and creator, where its properties tell them, stand in the head. No file or address outside is read.
 */
export async function htmlOfDocx(bytes: Uint8Array): Promise<string | DocxRefusal> {
  const files = await insideZip(bytes, new Set([PROPERTIES]), LIMITS);
  if ("refused" in files) return files;
  if (!files.has(CONTENT) || ![...files.keys()].some((name) => /^\/?word\//i.test(name))) return { refused: "binary", byte: 0, format: "zip" };
  try {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: STYLES, includeEmbeddedStyleMap: false, externalFileAccess: false });
    return `<!doctype html><html><head>${headOf(files.get(PROPERTIES) ?? "")}</head><body>${value}</body></html>`;
  } catch {
    // The zip is whole, what is in it is not; mammoth throws whatever its XML reader stumbles over.
    return { refused: "damaged" };
  }
}

/** Properties are XML of one level; their words are kept escaped, as HTML wants them, too. */
function headOf(properties: string): string {
  const told = (name: string) => new RegExp(`<(?:dc|dcterms|cp):${name}(?:\\s[^<>]{0,200})?>([^<]{1,300})</`).exec(properties)?.[1]?.replaceAll('"', "&quot;") ?? "";
  return `<title>${told("title")}</title><meta name="author" content="${told("creator")}">`;
}
