/** `/media/HASH`: a picture as kept, the same bytes for ever. */
import { LRUCache } from "lru-cache";
import { database } from "../../db/client";
import { keptPicture } from "./queries";

type Ready = { type: string; bytes: Uint8Array<ArrayBuffer> };
export type PictureAnswer = { status: 200 | 304 | 404; headers: Record<string, string>; bytes: Uint8Array<ArrayBuffer> | null };

/** Some hundred pictures of a newspaper's size: those of the articles that are read just now. */
const READY_BYTES = 16 * 1024 * 1024;
const ready = new LRUCache<string, Ready>({ maxSize: READY_BYTES, sizeCalculation: ({ bytes }) => bytes.length + 1 });

const HASH = /^[0-9a-f]{64}$/;

/** Its name is its content, so nobody need ever ask again. */
const FOR_EVER = "public, max-age=31536000, immutable";

/** Opened by itself it is a picture and nothing else, whatever a browser would like to see in its bytes. */
const ONLY_A_PICTURE = { "x-content-type-options": "nosniff", "content-security-policy": "default-src 'none'; sandbox" };

/** `seen`: the request's If-None-Match. */
export async function answerPicture(hash: string, seen: string | null): Promise<PictureAnswer> {
  const picture = HASH.test(hash) ? (ready.get(hash) ?? (await look(hash))) : null;
  if (!picture) return { status: 404, headers: { ...ONLY_A_PICTURE, "cache-control": "no-store" }, bytes: null };
  const headers = { ...ONLY_A_PICTURE, "cache-control": FOR_EVER, etag: `"${hash}"` };
  if (seen?.includes(headers.etag)) return { status: 304, headers, bytes: null };
  return { status: 200, headers: { ...headers, "content-type": picture.type, "content-length": String(picture.bytes.length) }, bytes: picture.bytes };
}

async function look(hash: string): Promise<Ready | null> {
  const kept = await keptPicture(database(), hash);
  if (!kept) return null;
  const picture = { type: kept.type, bytes: new Uint8Array(kept.bytes) };
  ready.set(hash, picture);
  return picture;
}
