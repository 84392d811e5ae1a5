/** What is held, how long, by which database and program. */
import { and, count, isNotNull, isNull } from "drizzle-orm";
import { databaseHeld, held, type Held } from "../../db/held";
import { article, revision } from "../../db/schema/articles";
import { comment } from "../../db/schema/discussions";
import { draft } from "../../db/schema/drafts";
import { importing } from "../../db/schema/editing";
import { event, outbox } from "../../db/schema/events";
import { media } from "../../db/schema/media";
import { member, oneTimeLink, rateCount, session } from "../../db/schema/members";
import { LINK_MINUTES } from "../../domain/links";
import { KEPT } from "../housekeeping";
import type { Context } from "../trpc";
import { programVersion } from "./program";

/** What people would ask for by name; `days`: at most; null: until somebody deletes it. */
const KINDS = [
  { kind: "members", table: member, days: null },
  { kind: "sessions", table: session, days: null },
  { kind: "links", table: oneTimeLink, days: LINK_MINUTES.card / (24 * 60) },
  { kind: "articles", table: article, days: null },
  { kind: "revisions", table: revision, days: null },
  { kind: "comments", table: comment, days: null },
  { kind: "drafts", table: draft, days: null },
  { kind: "pictures", table: media, days: null },
  { kind: "imports", table: importing, days: null },
  { kind: "mails", table: outbox, days: KEPT.mails },
  { kind: "counts", table: rateCount, days: KEPT.counts },
  { kind: "events", table: event, days: null },
] as const;

export type HeldKind = (typeof KINDS)[number]["kind"];

/** Asked again within a minute, the same is answered: the page may be reloaded as often as one likes. */
const ANSWERED_FOR_MS = 60_000;

type WhatIsHeld = {
  kinds: (Held & { kind: HeldKind; days: number | null })[];
  mails: { waiting: number; givenUp: number };
  database: Awaited<ReturnType<typeof databaseHeld>>;
  program: { version: string; node: string; startedAt: string };
  countedAt: string;
};

let answered: { at: number; what: WhatIsHeld } | null = null;

export async function whatIsHeld({ db, now }: Pick<Context, "db" | "now">): Promise<WhatIsHeld> {
  const at = now().getTime();
  if (answered && Math.abs(at - answered.at) < ANSWERED_FOR_MS) return answered.what;
  const kinds = await Promise.all(KINDS.map(async ({ kind, table, days }) => ({ kind, days, ...(await held(table)) })));
  const [[waiting], [givenUp], database] = await Promise.all([
    db.select({ count: count() }).from(outbox).where(and(isNull(outbox.sentAt), isNull(outbox.givenUpAt))),
    db.select({ count: count() }).from(outbox).where(and(isNull(outbox.sentAt), isNotNull(outbox.givenUpAt))),
    databaseHeld(),
  ]);
  const program = { version: programVersion, node: process.version, startedAt: new Date(performance.timeOrigin).toISOString() };
  const what = { kinds, mails: { waiting: waiting?.count ?? 0, givenUp: givenUp?.count ?? 0 }, database, program, countedAt: now().toISOString() };
  answered = { at, what };
  return what;
}
