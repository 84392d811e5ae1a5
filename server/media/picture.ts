/** A picture as it is kept: what its bytes are, whatever anybody said of them. */
import { createHash } from "node:crypto";
import { imageSize } from "image-size";
import { formatOf } from "../../domain/importing/decoding";
import { withoutPrivateParts } from "../../domain/importing/jpeg";

/** `hash`: SHA-256 in hexadecimal; `width` and `height` in pixels, as it is to be seen. */
export type Picture = { hash: string; type: string; width: number; height: number; bytes: Uint8Array };

export type PictureRefusal = { refused: "no-picture" } | { refused: "too-many-pixels"; megapixels: number; limit: number };

/** What every browser shows and no script is in. SVG is a document with scripts and addresses in it. */
const FORMATS = ["png", "jpeg", "gif", "webp", "avif"];

/** A page of a printed newspaper at 300 dots an inch is 40; a browser takes four bytes for each. */
const MEGAPIXELS = 50;

/** EXIF's orientations from here on lie on their side. */
const LYING = 5;

export function pictureOf(given: Uint8Array): Picture | PictureRefusal {
  const format = formatOf(given);
  if (format === null || !FORMATS.includes(format)) return { refused: "no-picture" };
  const size = sizeOf(given);
  if (!size || size.width < 1 || size.height < 1) return { refused: "no-picture" };
  const { orientation = 1 } = size;
  const megapixels = (size.width * size.height) / 1e6;
  if (megapixels > MEGAPIXELS) return { refused: "too-many-pixels", megapixels: Math.round(megapixels), limit: MEGAPIXELS };
  // Whoever published a picture may not know that it says where it was taken; on a page nobody looks for that.
  const bytes = format === "jpeg" ? withoutPrivateParts(given, orientation) : given;
  if (!bytes) return { refused: "no-picture" };
  const [width, height] = orientation >= LYING ? [size.height, size.width] : [size.width, size.height];
  return { hash: createHash("sha256").update(bytes).digest("hex"), type: `image/${format}`, width, height, bytes };
}

/** Null for bytes that only begin like a picture. */
function sizeOf(bytes: Uint8Array): { width: number; height: number; orientation?: number } | null {
  try {
    return imageSize(bytes);
  } catch {
    return null;
  }
}
