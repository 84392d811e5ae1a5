/** Rows of the log, chained: a unit that decides ends with them, so that nothing is decided that is not there. */
import { and, eq } from "drizzle-orm";
import { randomBytes } from "node:crypto";
import type { Db, Writer } from "../../db/client";
import { type LoggedAct, logChain, logRow } from "../../db/schema/moderation";
import { must, type Write } from "../../db/writes";
import { aliasOf } from "../../domain/moderation/aliases";
import { genesis, linkOf, type LogRow, type SaltedText, textHash } from "../../domain/moderation/chain";
import type { DecisionId } from "../../domain/moderation/decision";
import type { Decided } from "./decided";

/** The chain that everybody may read. A class has its own, named by its id. */
export const PUBLIC_CHAIN = "public";

/** What a row says, before it has its place. `about`: the decision it undoes or reverses. */
export type Said = { decided: Decided; act: LoggedAct; about: DecisionId | null; at: Date };

/** What the log says of a decision. */
export function saidOf(decided: Decided): Said {
  return { decided, act: decided.row.act, about: decided.row.reverses ?? null, at: decided.row.createdAt };
}

type Tail = { length: number; head: string; secret: string; isNew: boolean };

async function tailOf(db: Db, chain: string): Promise<Tail> {
  const [known] = await db.select().from(logChain).where(eq(logChain.chain, chain));
  return known ? { ...known, isNew: false } : { length: 0, head: genesis(chain), secret: randomBytes(32).toString("hex"), isNew: true };
}

/** The writes that append these to a chain as it is now; overtaken (`log`) when somebody else was faster. */
export async function appended(db: Db, chain: string, said: readonly Said[]): Promise<(w: Writer) => Write[]> {
  if (said.length === 0) return () => [];
  const tail = await tailOf(db, chain);
  let { length, head } = tail;
  const rows = said.map((one): typeof logRow.$inferInsert => {
    const { sealed, ...kept } = rowOf(one, { chain, order: (length += 1), secret: tail.secret });
    head = linkOf(head, sealed);
    return { ...kept, link: head };
  });
  return (w) => [
    tail.isNew
      ? must(w.insert(logChain).values({ chain, length, head, secret: tail.secret }).onConflictDoNothing(), "log")
      : must(w.update(logChain).set({ length, head }).where(and(eq(logChain.chain, chain), eq(logChain.length, tail.length), eq(logChain.head, tail.head))), "log"),
    ...rows.map((row) => w.insert(logRow).values(row)),
  ];
}

/** A row as it is kept, and what of it is sealed by its link. */
function rowOf({ decided: { id, row }, act, about, at }: Said, { chain, order, secret }: { chain: string; order: number; secret: string }) {
  const isUndone = act === "undo";
  const [reason, citation] = isUndone ? [null, null] : [salted(row.facts), salted(row.law ?? "")];
  const hashes = { reasonHash: reason && textHash(reason), citationHash: citation && textHash(citation) };
  const by = row.byMemberId ? { role: row.byRole ?? "member", alias: aliasOf(secret, row.byMemberId, chain) } : { role: "rule", alias: row.caught?.phase ?? "operator" };
  const same = { chain, order, decision: id, act, object: row.subject, place: row.articleId ?? null, ground: isUndone ? null : (row.ground ?? null), automated: row.isAutomatic ? ("fully" as const) : ("no" as const), ...by, about, batch: row.batch, ...hashes };
  const until = row.until ?? null;
  const sealed: LogRow = { ...same, at: at.toISOString(), until: until && until.toISOString() };
  return { ...same, at, until, reason: reason?.text ?? null, reasonSalt: reason?.salt ?? null, citation: citation?.text ?? null, citationSalt: citation?.salt ?? null, sealed };
}

function salted(text: string): SaltedText | null {
  return text === "" ? null : { text, salt: randomBytes(16).toString("hex") };
}
