/** Reading an article from what somebody has: the bytes of a file or of a paste, or an address. */
import type { ImportedArticle } from "../../domain/importing/article";
import { type Fetch, fetchPage, type FetchRefusal, PAGE } from "./fetch";
import { readInWorker, type WorkerRefusal } from "./in-worker";
import type { Material } from "./material";
import { type WithPictures, withPictures } from "./pictures";

/** `name`: the file's, null for what has none. Its ending only decides where the bytes leave it open. */
export type Source = { bytes: Uint8Array; name: string | null } | { url: string };

export type ReadRefusal = FetchRefusal | WorkerRefusal;

/** An article with its pictures; of those not kept, which are said in `dropped` too, `missing` says why. */
export type ReadArticle = ImportedArticle & WithPictures;

/** How far a reading is: bytes fetched, blocks read, pictures fetched, of so many; null: nobody knows. */
export type Progress = (phase: "fetching" | "reading" | "pictures", done: number, total: number | null) => void;

/** @throws Error when reading fails through a fault of ours */
export async function readArticle(source: Source, progress?: Progress, fetch: Fetch = fetchPage): Promise<ReadArticle | ReadRefusal> {
  const material = "url" in source ? await fetched(source.url, progress, fetch) : { ...source, type: null, charset: null, address: null };
  if ("refused" in material) return material;
  progress?.("reading", 0, null);
  const article = await readInWorker(material, (done, total) => progress?.("reading", done, total));
  if ("refused" in article) return article;
  const pictured = await withPictures(article.blocks, fetch, (done, total) => progress?.("pictures", done, total));
  return { ...article, ...pictured, dropped: [...article.dropped, ...pictured.missing.map(({ source }) => `![](${source.slice(0, LONGEST_SAID)})`)] };
}

/** A picture from within a document is a megabyte of letters. */
const LONGEST_SAID = 200;

async function fetched(url: string, progress: Progress | undefined, fetch: Fetch): Promise<Material | FetchRefusal> {
  progress?.("fetching", 0, null);
  const page = await fetch(url.trim(), { ...PAGE, progress: (done, total) => progress?.("fetching", done, total) });
  return "refused" in page ? page : { ...page, name: new URL(page.address).pathname.split("/").at(-1) ?? null };
}
