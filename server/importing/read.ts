/** Reading an article from what somebody has: the bytes of a file or of a paste. */
import { importArticle, type ImportedArticle, type ImportRefusal } from "../../domain/importing/article";

/** `name`: the file's, null for what has none. Its ending only decides where the bytes leave it open. */
export type Source = { bytes: Uint8Array; name: string | null };

const MARKDOWN_NAME = /\.(?:md|markdown)$/i;

export function readArticle({ bytes, name }: Source): ImportedArticle | ImportRefusal {
  return importArticle(bytes, name !== null && MARKDOWN_NAME.test(name) ? "markdown" : "detect");
}
