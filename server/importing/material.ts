/** From the bytes of a file or a page to its article: what is done inside the worker. */
import { articleOfDraft, draftOfText, type ImportedArticle, type ImportRefusal, type TextFormat } from "../../domain/importing/article";
import { decode, formatOf, maximumBytes } from "../../domain/importing/decoding";
import { draftOfDocument } from "../../domain/importing/document";
import { type DocxRefusal, htmlOfDocx } from "./docx";

/** What there is to read, and what was said of it. */
export type Material = {
  bytes: Uint8Array;
  /** The file's name, or the last part of the address; null: a paste. */
  name: string | null;
  /** By whoever sent it, "text/html"; null: nobody did. */
  type: string | null;
  charset: string | null;
  /** Where it was found, for what it points at; null: nowhere. */
  address: string | null;
};

export type MaterialRefusal = ImportRefusal | DocxRefusal | { refused: "type"; type: string };

const MARKDOWN_NAME = /\.(?:md|markdown)$/i;
const PAGE_NAME = /\.(?:html?|xhtml)$/i;
const PAGE_TYPES = new Set(["text/html", "application/xhtml+xml"]);
const MARKDOWN_TYPES = new Set(["text/markdown", "text/x-markdown"]);

/** Types that may be an article's; "application/octet-stream" says nothing. The rest are of programs, data and pictures. */
const READABLE = /^(?:text\/(?:html|plain|markdown|x-markdown|xml|rtf)|application\/(?:xhtml\+xml|xml|octet-stream|pdf|zip|rtf|msword|vnd\.openxmlformats-officedocument\.wordprocessingml\.document))$/;

/** A Word file holds its pictures; the text in it is held to the limits of text. */
export const FILE_BYTES = 20 * 1024 * 1024;

/** A page may be larger than a file: it was fetched in whole already, its scripts and styles included. */
const PAGE_BYTES = 5 * 1024 * 1024;

/** `progress`: blocks done, of so many. */
export async function readMaterial({ bytes, name, type, charset, address }: Material, progress?: (done: number, total: number) => void): Promise<ImportedArticle | MaterialRefusal> {
  if (type !== null && !READABLE.test(type)) return { refused: "type", type };
  if (formatOf(bytes) === "zip") return articleInZip(bytes, progress);
  const decoded = decode(bytes, { declared: charset, limit: address === null ? maximumBytes : PAGE_BYTES });
  if ("refused" in decoded) return decoded;
  const article = articleOfDraft(draftOfText(decoded.text, formatBy(type, name), address), progress);
  return "refused" in article || decoded.encoding === null ? article : { ...article, encoding: decoded.encoding };
}

/** A server says "text/html" of whatever it made itself; a page is told by its beginning even where nobody says so. */
function formatBy(type: string | null, name: string | null): TextFormat {
  if ((type !== null && MARKDOWN_TYPES.has(type)) || (name !== null && MARKDOWN_NAME.test(name))) return "markdown";
  return (type !== null && PAGE_TYPES.has(type)) || (type === null && name !== null && PAGE_NAME.test(name)) ? "html" : "detect";
}

async function articleInZip(bytes: Uint8Array, progress?: (done: number, total: number) => void): Promise<ImportedArticle | MaterialRefusal> {
  if (bytes.length > FILE_BYTES) return { refused: "too-large", bytes: bytes.length, limit: FILE_BYTES };
  const html = await htmlOfDocx(bytes);
  return typeof html === "string" ? articleOfDraft(draftOfDocument(html), progress) : html;
}
