/** The pictures of an article's figures: each fetched once, by the same guarded way as the page, and kept as bytes of ours. */
import type { Block } from "../../domain/blocks";
import { type Picture, pictureOf, type PictureRefusal } from "../media/picture";
import type { Fetch, FetchRefusal } from "./fetch";
import { turns } from "../turns";

/** A picture that is not kept, and why: its figure stays a link to where it was published. */
export type Missing = { source: string; why: PictureFault };

export type PictureFault = FetchRefusal | PictureRefusal | { refused: "too-many-pictures"; limit: number } | { refused: "pictures-too-large"; limit: number };

export type WithPictures = { blocks: Block[]; pictures: Picture[]; missing: Missing[] };

/** More than a report of a hundred pages has. A page of more is a gallery. */
const MOST_PICTURES = 40;
/** A photograph over a whole screen takes one. */
const PICTURE_BYTES = 5 * 1024 * 1024;
/** All of an article's; they are written with it in one unit. */
const ALL_BYTES = 40 * 1024 * 1024;
/** As a browser would, and a small site bears. */
const AT_ONCE = 4;
const ONE_MS = 10_000;
const ALL_MS = 30_000;

const ACCEPT = "image/avif, image/webp, image/png, image/jpeg, image/gif";

/** A picture within the document itself, as Word files have them; without the type, which is what the bytes are. */
const WITHIN = /^data:[^,]{0,100};base64,/i;

export async function withPictures(blocks: readonly Block[], fetch: Fetch, progress?: (done: number, total: number) => void): Promise<WithPictures> {
  const sources = [...new Set(blocks.flatMap(({ shape }) => shape.image?.source ?? []))].filter((source) => !source.startsWith("/"));
  const signal = AbortSignal.timeout(ALL_MS);
  const [found, faults, turn] = [new Map<string, Picture>(), new Map<string, PictureFault>(), turns(AT_ONCE)];
  let [bytes, done] = [0, 0];
  const take = async (source: string, place: number): Promise<Picture | PictureFault> => {
    if (place >= MOST_PICTURES) return { refused: "too-many-pictures", limit: MOST_PICTURES };
    const given = WITHIN.test(source) ? within(source) : await fetch(source, { bytes: PICTURE_BYTES, ms: ONE_MS, accept: ACCEPT, signal });
    if ("refused" in given) return given;
    const picture = pictureOf(given.bytes);
    if ("refused" in picture) return picture;
    bytes += picture.bytes.length;
    return bytes > ALL_BYTES ? { refused: "pictures-too-large", limit: ALL_BYTES } : picture;
  };
  progress?.(0, sources.length);
  await Promise.all(
    sources.map((source, place) =>
      turn(async () => {
        const picture = await take(source, place);
        if ("refused" in picture) faults.set(source, picture);
        else found.set(source, picture);
        progress?.((done += 1), sources.length);
      }),
    ),
  );
  const pictures = new Map([...found.values()].map((picture) => [picture.hash, picture]));
  const missing = sources.flatMap((source) => {
    const why = faults.get(source);
    return why ? [{ source, why }] : [];
  });
  return { blocks: blocks.map((block) => shown(block, found)), pictures: [...pictures.values()], missing };
}

function within(source: string): { bytes: Uint8Array } | FetchRefusal {
  const bytes = Buffer.from(source.slice(source.indexOf(",") + 1), "base64");
  return bytes.length > PICTURE_BYTES ? { refused: "too-large", bytes: bytes.length, limit: PICTURE_BYTES } : { bytes };
}

/** One from elsewhere that is not kept stays a link; one from within the document has nowhere to lead to. */
function shown(block: Block, found: ReadonlyMap<string, Picture>): Block {
  const { image, ...shape } = block.shape;
  const picture = image && found.get(image.source);
  if (!image) return block;
  if (!picture) return image.source.startsWith("data:") ? { ...block, shape } : block;
  const { hash, width, height } = picture;
  return { ...block, shape: { ...shape, image: { ...image, source: `/media/${hash}`, width, height } } };
}
