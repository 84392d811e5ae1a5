/** What is in a zip file, found by inflating it piece by piece: what a zip says of its own sizes may be a lie. */
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";

/** "too-large-inside": `limit` in bytes, or files; nothing beyond it was inflated. */
export type ZipRefusal = { refused: "too-large-inside"; limit: number; unit: "bytes" | "files" } | { refused: "damaged" };

/** Of all files, of their bytes inflated, and of those of XML, which becomes a tree many times as large. */
export type ZipLimits = { files: number; bytes: number; xmlBytes: number };

const XML = /\.(?:xml|rels)$/i;

/** The names of a zip's files, and the words of those in `wanted`. */
export async function insideZip(zip: Uint8Array, wanted: ReadonlySet<string>, limits: ZipLimits): Promise<Map<string, string> | ZipRefusal> {
  try {
    const file = await fromBufferPromise(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength), { lazyEntries: true, validateEntrySizes: false });
    return file.entryCount > limits.files ? { refused: "too-large-inside", limit: limits.files, unit: "files" } : await inflated(file, wanted, limits);
  } catch {
    // Whatever a stranger's bytes make the reader stumble over, they are no whole zip.
    return { refused: "damaged" };
  }
}

async function inflated(file: ZipFile, wanted: ReadonlySet<string>, limits: ZipLimits): Promise<Map<string, string> | ZipRefusal> {
  const files = new Map<string, string>();
  const left = { bytes: limits.bytes, xmlBytes: limits.xmlBytes };
  for await (const entry of file.eachEntry()) {
    const isXml = XML.test(entry.fileName);
    const most = isXml ? Math.min(left.bytes, left.xmlBytes) : left.bytes;
    const bytes = await bytesOf(file, entry, most, wanted.has(entry.fileName));
    if (bytes === null) return { refused: "too-large-inside", limit: most === left.bytes ? limits.bytes : limits.xmlBytes, unit: "bytes" };
    left.bytes -= bytes.length;
    if (isXml) left.xmlBytes -= bytes.length;
    files.set(entry.fileName, bytes.words);
  }
  return files;
}

/** How long a file is when inflated, null when longer than `most`; its words when they are kept. */
async function bytesOf(file: ZipFile, entry: Entry, most: number, isKept: boolean): Promise<{ length: number; words: string } | null> {
  const stream = await file.openReadStreamPromise(entry);
  const kept: Buffer[] = [];
  let length = 0;
  for await (const part of stream) {
    if (!Buffer.isBuffer(part)) continue;
    length += part.length;
    if (length > most) return null;
    if (isKept) kept.push(part);
  }
  return { length, words: Buffer.concat(kept).toString("utf8") };
}
