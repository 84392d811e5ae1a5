/** Bytes as text by one encoding, and which encodings they look like. */
import { analyse } from "chardet";
import { knownEncoding } from "./declared-encoding";

/** The 32 characters windows-1252 has where Latin-1 has controls. Node 20 reads the one as the other. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Enough for statistics; more only takes longer. */
const LOOKED_AT_BYTES = 65_536;

/** Below that chardet says of every encoding that it might be. */
const SURE_ENOUGH = 11;

/**
 * How far, of 100, the likeliest must be ahead of another that something speaks for. Between sets of Latin letters the
 * statistics of a page's few accents are closer than that; a page in GBK that is said to be Big5 is 90 off.
 */
const FAR_BEHIND = 20;

/** Of the sets of Latin letters, what nine in ten such pages are in. */
const USUAL = "windows-1252";

/** English written on a Chinese machine has no Chinese but quotation marks of two bytes, which no statistics see. */
const LAST = "gb18030";

/** chardet calls by the ISO names what the Encoding Standard reads as Windows's larger sets. */
const LATIN = new Set(["windows-1250", "windows-1254", "windows-1257", "windows-1258", "iso-8859-2", USUAL]);

/** The text, with U+FFFD where bytes are none in this encoding. `encoding`: a name by the Encoding Standard. */
export function textIn(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes);
  return encoding === USUAL ? text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control) : text;
}

/**
 * The encodings these bytes may be in, the likeliest first. What is `declared` stands before all else, but for an encoding far
 * likelier: servers name one for all their pages, whatever they are in.
 */
export function likelyEncodings(bytes: Uint8Array, declared: readonly string[]): string[] {
  const found = analyse(bytes.subarray(0, LOOKED_AT_BYTES)).flatMap(({ name, confidence }) => {
    const encoding = knownEncoding(name);
    return encoding === null || confidence < SURE_ENOUGH ? [] : [{ encoding: encoding === "gb18030" && declared.includes("gbk") ? "gbk" : encoding, confidence }];
  });
  const [best] = found;
  const confidenceOf = (encoding: string): number => found.find((one) => one.encoding === encoding)?.confidence ?? 0;
  const isClose = (encoding: string): boolean => !best || best.confidence - confidenceOf(encoding) < FAR_BEHIND;
  const usual = best && LATIN.has(best.encoding) && confidenceOf(USUAL) > 0 && isClose(USUAL) ? [USUAL] : [];
  return [...new Set([...declared.filter(isClose), ...usual, ...found.map(({ encoding }) => encoding), ...declared, LAST])];
}
