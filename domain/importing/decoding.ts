import { legible } from "./characters";

/** 2 MiB: the limit of an article import (limits, "Sizes"), about forty times the longest statute we know. */
export const maximumBytes = 2 * 1024 * 1024;

/** Why bytes are no text. `byte` counts from 0; `format` is what the file calls itself, null when it does not. */
export type DecodingRefusal =
  | { refused: "too-large"; bytes: number; limit: number }
  | { refused: "binary"; byte: number; format: string | null }
  | { refused: "not-utf-8"; byte: number }
  | { refused: "empty" };

/** First bytes, as Latin-1, of files people take for text; RTF and web pages are text to read, but not the article's. */
const formats: [start: string, name: string][] = [
  ["%PDF-", "pdf"],
  ["PK\u0003\u0004", "zip"],
  ["PK\u0005\u0006", "zip"],
  ["\u0089PNG", "png"],
  ["\u00FF\u00D8\u00FF", "jpeg"],
  ["GIF8", "gif"],
  ["\u001F\u008B", "gzip"],
  ["\u00D0\u00CF\u0011\u00E0", "doc"],
  ["{\\rtf", "rtf"],
];

/** Controls that are text: tab, line feed, vertical tab, form feed, carriage return. */
const isTextByte = (byte: number) => byte >= 0x20 ? byte !== 0x7f : byte >= 0x09 && byte <= 0x0d;

/** The legible text of UTF-8 bytes, without byte order mark, lines ended by \n; or why there is none. */
export function decode(bytes: Uint8Array): string | DecodingRefusal {
  if (bytes.length > maximumBytes) return { refused: "too-large", bytes: bytes.length, limit: maximumBytes };
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const format = formats.find(([magic]) => start.startsWith(magic));
  if (format) return { refused: "binary", byte: 0, format: format[1] };
  if (/^(\u00FF\u00FE|\u00FE\u00FF)/.test(start)) return { refused: "not-utf-8", byte: 0 };
  const control = bytes.findIndex((byte) => !isTextByte(byte));
  if (control >= 0) return { refused: "binary", byte: control, format: null };
  const wrong = firstByteThatIsNotUtf8(bytes);
  if (wrong !== null) return { refused: "not-utf-8", byte: wrong };
  const text = legible(new TextDecoder().decode(bytes));
  return text.trim() === "" ? { refused: "empty" } : text;
}

/** TextDecoder says that bytes are wrong, not where: the longest good beginning is searched by halving. */
function firstByteThatIsNotUtf8(bytes: Uint8Array): number | null {
  if (beginning(bytes, true) !== null) return null;
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (beginning(bytes.subarray(0, middle), false) === null) bad = middle;
    else good = middle;
  }
  return new TextEncoder().encode(beginning(bytes.subarray(0, good), false) ?? "").length;
}

/** The text of well-formed bytes, else null; an unfinished last character counts as an error only when `whole`. */
function beginning(bytes: Uint8Array, whole: boolean): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream: !whole });
  } catch {
    return null;
  }
}
