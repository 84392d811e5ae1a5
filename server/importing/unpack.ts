/** What was packed for the way, unpacked within bounds. */
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";

export type UnpackRefusal = { refused: "too-large"; bytes: number; limit: number } | { refused: "packing"; packing: string } | { refused: "packing-broken"; packing: string };

type Unpack = (packed: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

const unpackers: Record<string, Unpack> = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  br: promisify(brotliDecompress),
  // Half of those who say "deflate" send it bare, without the zlib head that the standard asks for.
  deflate: (packed, options) => (((packed[0] ?? 0) & 0x0f) === 8 ? promisify(inflate) : promisify(inflateRaw))(packed, options),
};

/** What to offer a server. */
export const UNPACKED = "gzip, deflate, br";

/**
 * The bytes as they were before the packings that a Content-Encoding header names. One packing at most: whoever packs twice
 * packs a bomb. Stops inflating at `limit` bytes.
 */
export async function unpacked(packed: Uint8Array, header: string, limit: number): Promise<Uint8Array | UnpackRefusal> {
  const packing = header.trim().toLowerCase();
  if (packing === "" || packing === "identity") return packed;
  const unpack = Object.hasOwn(unpackers, packing) ? unpackers[packing] : undefined;
  if (!unpack) return { refused: "packing", packing: packing.slice(0, 60) };
  try {
    return await unpack(packed, { maxOutputLength: limit });
  } catch (error) {
    const tooMuch = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return tooMuch ? { refused: "too-large", bytes: limit + 1, limit } : { refused: "packing-broken", packing };
  }
}
