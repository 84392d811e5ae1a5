/** From what an editor has (a paste, a file) to a draft they can correct. */
import { readArticle, type Source } from "../importing/read";
import { importRefused } from "../refusals";
import { type Asked } from "./history";
import { keepDraft, type KeptDraft } from "./keep";

/** `language`: as the editor said; null: as it is guessed. @throws Refusal import.…, badField slug */
export async function importDraft(ctx: Asked, { bytes, name, language }: Source & { language: string | null }): Promise<KeptDraft> {
  const read = readArticle({ bytes, name });
  if ("refused" in read) throw importRefused(read);
  const text = language === null ? read : { ...read, language };
  return keepDraft(ctx, text, { slug: null, by: ctx.reader.id });
}
