/** Imports under way: what their pages show. */
import { and, eq } from "drizzle-orm";
import { article } from "../../db/schema/articles";
import { importing, type ImportPhase } from "../../db/schema/editing";
import { canEditArticles, type Reader } from "../../domain/permissions";
import { SILENT_MS } from "../now-and-then";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";
import { type StoredRefusal } from "./mutations";

/** `done` of `total` in the phase's own units (bytes, blocks, pictures); `refusal` when refused, `slug` when done and still there. */
export type ImportStatus = { what: string; phase: ImportPhase | "cut-off"; done: number; total: number | null; refusal: StoredRefusal | null; slug: string | null };

/** How far one's own import is; one that fell silent was cut off with its process. @throws Refusal noSuch.page */
export async function importStatus({ db, now, reader }: Context & { reader: Reader }, { id }: { id: string }): Promise<ImportStatus> {
  if (!canEditArticles(reader)) throw noSuch("page");
  const [row] = await db
    .select({ what: importing.what, phase: importing.phase, done: importing.done, total: importing.total, refusal: importing.refusal, saidAt: importing.saidAt, slug: article.slug })
    .from(importing)
    .leftJoin(article, eq(article.id, importing.articleId))
    .where(and(eq(importing.id, id), eq(importing.memberId, reader.id)));
  if (!row) throw noSuch("page");
  const { saidAt, ...status } = row;
  const isSilent = row.phase !== "done" && row.phase !== "refused" && now().getTime() - saidAt.getTime() > SILENT_MS;
  const isCutOff = isSilent || row.refusal?.refused === "cut-off";
  return isCutOff ? { ...status, phase: "cut-off", refusal: null } : status;
}
