/** A photograph without what its camera wrote beside it: where and when it was taken, with what, by whom. */

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;

/** EXIF and XMP, IPTC, comments, and the index of further pictures behind this one. Colours (APP2's profile, Adobe's APP14) stay. */
const PRIVATE = new Set([0xe1, 0xed, 0xfe]);
const isFurtherPictures = (segment: Uint8Array): boolean => segment[1] === 0xe2 && String.fromCharCode(...segment.subarray(4, 7)) === "MPF";

/** EXIF that says one thing: how the picture is to be turned (1 to 8). */
const turned = (orientation: number): Uint8Array =>
  Uint8Array.of(0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0);

/** Null for bytes that are no JPEG from beginning to end. What stands behind the end goes too. `orientation`: by EXIF, 1 is upright. */
export function withoutPrivateParts(jpeg: Uint8Array, orientation: number): Uint8Array | null {
  if (jpeg[0] !== 0xff || jpeg[1] !== START) return null;
  const kept: Uint8Array[] = [jpeg.subarray(0, 2), ...(orientation > 1 && orientation <= 8 ? [turned(orientation)] : [])];
  let at = 2;
  while (at < jpeg.length) {
    const marker = jpeg[at + 1] ?? 0;
    if (jpeg[at] !== 0xff) return null;
    if (marker === 0xff) at += 1;
    else if (marker === END) return joined([...kept, jpeg.subarray(at, at + 2)]);
    else {
      const length = 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0);
      const next = marker === SCAN ? endOfScan(jpeg, at + length) : at + length;
      const segment = jpeg.subarray(at, next);
      if (length < 4 || next > jpeg.length) return null;
      if (!PRIVATE.has(marker) && !isFurtherPictures(segment)) kept.push(segment);
      at = next;
    }
  }
  return null;
}

/** Within a scan 0xFF stands before 0, or before a mark to start again at; any other mark ends it. */
function endOfScan(jpeg: Uint8Array, from: number): number {
  for (let at = from; at < jpeg.length - 1; at += 1) {
    const next = jpeg[at + 1] ?? 0;
    if (jpeg[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return jpeg.length + 1;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
