/** The text that bytes are: UTF-8 where they can be, else converted, and said so. */
import { legible } from "./characters";
import { encodingsInHead, knownEncoding } from "./declared-encoding";
import { isHtml } from "./html-signs";
import { likelyEncodings, textIn } from "./encodings";
import { isPlausible } from "./plausible";
import { firstByteThatIsNotUtf8, isDamagedUtf8 } from "./utf-8";

/** 2 MiB: the limit of an article import (limits, "Sizes"), about forty times the longest statute we know. */
export const maximumBytes = 2 * 1024 * 1024;

/**
 * Why bytes are no text. `byte` counts from 0; `format` is what the file calls itself, null when it does not; `tried` the
 * encodings that were, parted by commas: none when the bytes are UTF-8 but for a few.
 */
export type DecodingRefusal =
  | { refused: "too-large"; bytes: number; limit: number }
  | { refused: "binary"; byte: number; format: string | null }
  | { refused: "not-utf-8"; byte: number; tried?: string }
  | { refused: "empty" };

/** `encoding`: by the Encoding Standard's name, what the bytes were converted from; null: they were UTF-8. */
export type Decoded = { text: string; encoding: string | null };

/** First bytes, as Latin-1, of files people take for text. */
const formats: [start: RegExp, name: string][] = [
  [/^%PDF-/, "pdf"],
  [/^PK\u0003\u0004[^]{26}mimetypeapplication\/vnd\.oasis\.opendocument/, "odt"],
  [/^PK\u0003\u0004[^]{26}mimetypeapplication\/epub/, "epub"],
  [/^PK(?:\u0003\u0004|\u0005\u0006)/, "zip"],
  [/^\u0089PNG/, "png"],
  [/^\u00FF\u00D8\u00FF/, "jpeg"],
  [/^GIF8/, "gif"],
  [/^RIFF[^]{4}WEBP/, "webp"],
  [/^[^]{4}ftypavi[fs]/, "avif"],
  [/^\u001F\u008B/, "gzip"],
  [/^\u00D0\u00CF\u0011\u00E0/, "doc"],
  [/^\{\\rtf/, "rtf"],
];
const FORMAT_BYTES = 100;
const PAGE_START_BYTES = 1024;

const MARKED: [start: RegExp, encoding: string][] = [
  [/^\u00FF\u00FE/, "utf-16le"],
  [/^\u00FE\u00FF/, "utf-16be"],
];

/** Encodings a refusal names; a tenth helps nobody. */
const MOST_NAMED = 3;

/** Controls that are text: tab, line feed, vertical tab, form feed, carriage return. */
const isTextByte = (byte: number) => byte >= 0x20 ? byte !== 0x7f : byte >= 0x09 && byte <= 0x0d;

/** What a file calls itself by its first bytes, when that is no text: "pdf", "zip", "doc"; null: nothing we know. */
export function formatOf(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, FORMAT_BYTES));
  return formats.find(([magic]) => magic.test(start))?.[1] ?? null;
}

/**
 * The legible text of bytes, without byte order mark, lines ended by \n; or why there is none. `declared`: the encoding that
 * whoever sent them named. What is well-formed UTF-8 is that, whatever is declared; for the rest see `likelyEncodings`, and no
 * encoding is taken that makes no words of them.
 */
export function decode(bytes: Uint8Array, { declared = null, limit = maximumBytes }: { declared?: string | null; limit?: number } = {}): Decoded | DecodingRefusal {
  if (bytes.length > limit) return { refused: "too-large", bytes: bytes.length, limit };
  const format = formatOf(bytes);
  if (format !== null) return { refused: "binary", byte: 0, format };
  const start = String.fromCharCode(...bytes.subarray(0, 2));
  const [, wide = declared?.startsWith("utf-16") ? knownEncoding(declared) : null] = MARKED.find(([mark]) => mark.test(start)) ?? [];
  if (wide) return converted(bytes, [wide], 0);
  const control = bytes.findIndex((byte) => !isTextByte(byte));
  // Pages hold stray controls that browsers show nothing of; legible leaves them out.
  if (control >= 0 && !isHtml(String.fromCharCode(...bytes.subarray(0, PAGE_START_BYTES)))) return { refused: "binary", byte: control, format: null };
  const wrong = firstByteThatIsNotUtf8(bytes);
  if (wrong === null) return read(new TextDecoder().decode(bytes), null);
  if (isDamagedUtf8(bytes)) return { refused: "not-utf-8", byte: wrong };
  const told = [...(declared === null ? [] : [declared]), ...encodingsInHead(bytes)].flatMap((label) => knownEncoding(label) ?? []);
  return converted(bytes, likelyEncodings(bytes, told.filter((encoding) => !encoding.startsWith("utf"))), wrong);
}

function converted(bytes: Uint8Array, encodings: string[], byte: number): Decoded | DecodingRefusal {
  for (const encoding of encodings) {
    const text = textIn(bytes, encoding);
    if (isPlausible(text, encoding)) return read(text, encoding);
  }
  return { refused: "not-utf-8", byte, ...(encodings.length > 0 ? { tried: encodings.slice(0, MOST_NAMED).join(", ") } : {}) };
}

function read(decoded: string, encoding: string | null): Decoded | DecodingRefusal {
  const text = legible(decoded);
  return text.trim() === "" ? { refused: "empty" } : { text, encoding };
}
