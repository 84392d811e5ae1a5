/** Where bytes are not UTF-8, and whether they were meant to be. */

/** Bytes that continue a character after its first, by that first. */
function continuations(byte: number): number {
  return byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? (byte < 0xf0 ? 2 : 0) : byte >= 0xc2 ? 1 : 0;
}

/** Of text in other encodings at most a third of what is not ASCII looks like characters of UTF-8, by chance; in UTF-8 that was cut or patched hardly any does not. */
const MEANT = 3 / 4;

/** Whether bytes that are not UTF-8 were, before something cut or patched them: they are no other encoding's then, though many would take them. */
export function isDamagedUtf8(bytes: Uint8Array): boolean {
  let [whole, stray] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const length = continuations(byte);
    const rest = bytes.subarray(at + 1, at + 1 + length);
    // At the end a character may be unfinished.
    const isWhole = length > 0 && rest.every((one) => (one & 0xc0) === 0x80) && (rest.length === length || at + 1 + rest.length === bytes.length);
    if (isWhole) at += rest.length;
    [whole, stray] = isWhole ? [whole + 1, stray] : [whole, stray + 1];
  }
  return whole >= (whole + stray) * MEANT;
}

/** The place of the first byte that is not UTF-8; null: all is. TextDecoder says that bytes are wrong, not where: the longest good beginning is searched by halving. */
export function firstByteThatIsNotUtf8(bytes: Uint8Array): number | null {
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
