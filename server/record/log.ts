/** The public log: what it says to everybody, and its rows as they are chained. */
import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import type { Db } from "../../db/client";
import { article, revision } from "../../db/schema/articles";
import { logChain, logRow } from "../../db/schema/moderation";
import { genesis, type KeptRow, redactionsOf } from "../../domain/moderation/chain";
import { PUBLIC_CHAIN } from "../moderation/log-writes";
import { noSuch } from "../refusals";
import type { Context } from "../trpc";

const A_PAGE = 50;
/** Rows of the file that programs read: some 400 kB. */
const ROWS_A_FILE = 500;

const shown = { row: logRow, article: { state: article.state, slug: article.slug, title: revision.title, language: revision.language } };

function rowsOf(db: Db) {
  return db.select(shown).from(logRow).leftJoin(article, eq(article.id, logRow.place)).leftJoin(revision, and(eq(revision.articleId, article.id), eq(revision.number, article.newest))).$dynamic();
}

/** The newest first. `after`: the order of the last row of the page before. */
export async function logPage({ db }: Context, { after }: { after: number | null }) {
  const rows = await rowsOf(db).where(and(eq(logRow.chain, PUBLIC_CHAIN), after === null ? undefined : lt(logRow.order, after))).orderBy(desc(logRow.order)).limit(A_PAGE + 1);
  const page = rows.slice(0, A_PAGE);
  return { rows: page.map(viewOf), next: rows.length > A_PAGE ? (page.at(-1)?.row.order ?? null) : null };
}

/** One row, with what it is chained by. @throws Refusal noSuch.logRow */
export async function logRowOf({ db }: Pick<Context, "db">, { order }: { order: number }) {
  const [found] = await rowsOf(db).where(and(eq(logRow.chain, PUBLIC_CHAIN), eq(logRow.order, order)));
  if (!found) throw noSuch("logRow");
  const others = await db.select({ order: logRow.order, act: logRow.act, at: logRow.at }).from(logRow).where(and(eq(logRow.decision, found.row.decision), eq(logRow.chain, PUBLIC_CHAIN))).orderBy(asc(logRow.order));
  return { ...viewOf(found), decision: found.row.decision, link: found.row.link, others: others.filter((one) => one.order !== order).map((one) => ({ ...one, at: one.at.toISOString() })) };
}

type Found = Awaited<ReturnType<ReturnType<typeof rowsOf>["execute"]>>[number];

function viewOf({ row, article: of }: Found) {
  const { order, act, object, ground, automated, role, alias, reason, citation, batch } = row;
  return {
    ...{ order, act, object, ground, automated, role, alias, reason, citation, batch },
    at: row.at.toISOString(),
    until: row.until?.toISOString() ?? null,
    redacted: redactionsOf(keptOf(row)).length > 0,
    article: of?.state === "published" && of.title !== null && of.language !== null && of.slug !== null ? { slug: of.slug, title: of.title, language: of.language } : null,
    hasArticle: row.place !== null,
  };
}

export type LogRowView = ReturnType<typeof viewOf>;

/** A row with all that its link is made of. */
export function keptOf(row: typeof logRow.$inferSelect): KeptRow {
  const { chain, order, decision, act, object, place, ground, automated, role, alias, about, batch, reasonHash, citationHash, link } = row;
  const salted = (text: string | null, salt: string | null) => (text === null || salt === null ? null : { text, salt });
  return {
    ...{ chain, order, decision, act, object, place, ground, automated, role, alias, about, batch, reasonHash, citationHash, link },
    at: row.at.toISOString(),
    until: row.until?.toISOString() ?? null,
    reason: salted(row.reason, row.reasonSalt),
    citation: salted(row.citation, row.citationSalt),
  };
}

/** Rows of a chain in its order, from after one. */
export async function keptRows(db: Db, chain: string, after: number, most = ROWS_A_FILE): Promise<KeptRow[]> {
  const rows = await db.select().from(logRow).where(and(eq(logRow.chain, chain), gt(logRow.order, after))).orderBy(asc(logRow.order)).limit(most);
  return rows.map(keptOf);
}

/** For programs: from the beginning on, so that it can be reckoned again. `next`: what to go on after. */
export async function logFile({ db }: Context, { after }: { after: number }) {
  const [rows, [end]] = await Promise.all([keptRows(db, PUBLIC_CHAIN, after), db.select({ length: logChain.length, head: logChain.head }).from(logChain).where(eq(logChain.chain, PUBLIC_CHAIN))]);
  return { chain: PUBLIC_CHAIN, genesis: genesis(PUBLIC_CHAIN), length: end?.length ?? 0, head: end?.head ?? genesis(PUBLIC_CHAIN), rows, next: rows.length === ROWS_A_FILE ? (rows.at(-1)?.order ?? null) : null };
}
