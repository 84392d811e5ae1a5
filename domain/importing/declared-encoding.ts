/** What a document says of its encoding, and which encodings there are. */

/** Where HTML says it must stand; pages put scripts before it all the same, so four times as much. */
const HEAD_BYTES = 4_096;

const DECLARATIONS = [/^\s*<\?xml[^>]{0,200}\sencoding\s*=\s*["']([\w.:-]{1,40})["']/i, /<meta\s[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i];

/** The encoding's name by the Encoding Standard ("gb2312" is "gbk", "latin1" is "windows-1252"); null for one unknown. */
export function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** What a page says of itself in its head: by an XML declaration or a `<meta>`. */
export function encodingsInHead(bytes: Uint8Array): string[] {
  const head = Array.from(bytes.subarray(0, HEAD_BYTES), (byte) => String.fromCharCode(byte)).join("");
  return DECLARATIONS.flatMap((declaration) => declaration.exec(head)?.[1] ?? []);
}
