/** From what an editor has (a paste, a file, an address) to a draft they can correct. */
import { toldLanguage } from "../../domain/importing/language";
import { beginImport } from "../importing/jobs";
import type { Source } from "../importing/read";
import { badField } from "../refusals";
import type { Asked } from "./history";
import { keepDraft } from "./keep";

/**
 * Begins to read, and answers at once: how far it is, its page tells. `language`: as the editor said; null: as it is guessed.
 * @throws Refusal badField language, tooMany, tooSoon
 */
export async function importDraft(ctx: Asked, { source, language }: { source: Source; language: string | null }): Promise<{ id: string }> {
  const said = language === null ? null : toldLanguage(language);
  if (language !== null && said === null) throw badField("language", { fault: "notALanguage" });
  return beginImport(ctx, source, async (article) => {
    const text = said === null ? article : { ...article, language: said };
    return (await keepDraft(ctx, text, { slug: null, by: ctx.reader.id })).id;
  });
}
