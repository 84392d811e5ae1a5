/** From what an editor has (a paste, a file, an address) to a draft they can correct. */
import { beginImport } from "../importing/jobs";
import type { Source } from "../importing/read";
import type { Asked } from "./history";
import { keepDraft } from "./keep";

/**
 * Begins to read, and answers at once: how far it is, its page tells. `language`: as the editor said; null: as it is guessed.
 * @throws Refusal tooMany, tooSoon
 */
export async function importDraft(ctx: Asked, { source, language }: { source: Source; language: string | null }): Promise<{ id: string }> {
  return beginImport(ctx, source, async (article) => {
    const text = language === null ? article : { ...article, language };
    return (await keepDraft(ctx, text, { slug: null, by: ctx.reader.id })).id;
  });
}
