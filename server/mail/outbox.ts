/** The outbox's worker: claims what is due, sends it, and marks it gone. A worker that dies loses its claim after a while. */
import { and, asc, eq, isNull, lt, lte, or } from "drizzle-orm";
import { database } from "../../db/client";
import { Overtaken } from "../../db/faults";
import { outbox } from "../../db/schema/events";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { log } from "../log";
import { startRounds } from "../rounds";
import type { Settings } from "../settings";
import { fileTransport } from "./file-transport";
import { letterOf } from "./letters";
import { smtpTransport } from "./smtp-transport";
import { type Mail, type Transport, Undeliverable } from "./transport";

const POLL_MS = 1_000;
const MAILS_AT_ONCE = 10;
/** Longer than any delivery takes. */
const CLAIM_MS = 2 * 60 * 1000;
/** After a failure: one minute, two, four … up to four hours. */
const RETRY_MS = { first: 60 * 1000, most: 4 * 60 * 60 * 1000 };
/** With the pauses above about three days: a server out of order is mended by then (RFC 5321 asks for four to five at most). */
const MOST_ATTEMPTS = 25;

/**
 * What a mail said is kept until it is gone and no longer: it held names, and links by which an account opens. (A second copy
 * of a mail is only ever sent when this mark could not be set, and then from what is still there.)
 */
const SAID = { content: {} };

/** Sends the mails that are due, some at a time; answers how many were looked at. */
export async function sendDue(send: Transport, publicUrl: URL, clock: () => Date): Promise<number> {
  const silentSince = new Date(clock().getTime() - CLAIM_MS);
  const free = or(isNull(outbox.claimedAt), lt(outbox.claimedAt, silentSince));
  const due = await database()
    .select()
    .from(outbox)
    .where(and(isNull(outbox.sentAt), isNull(outbox.givenUpAt), lte(outbox.dueAt, clock()), free))
    .orderBy(asc(outbox.dueAt), asc(outbox.id))
    .limit(MAILS_AT_ONCE);
  for (const mail of due) {
    try {
      await writeTogether((w) => [must(w.update(outbox).set({ claimedAt: clock() }).where(and(eq(outbox.id, mail.id), isNull(outbox.sentAt), free)), "mail")]);
    } catch (error) {
      if (error instanceof Overtaken) continue;
      throw error;
    }
    await deliver(send, publicUrl, mail, clock);
  }
  return due.length;
}

async function deliver(send: Transport, publicUrl: URL, mail: Mail, clock: () => Date): Promise<void> {
  try {
    await send(mail, letterOf(mail, publicUrl));
    await writeTogether((w) => [w.update(outbox).set({ ...SAID, sentAt: clock(), attempts: mail.attempts + 1 }).where(eq(outbox.id, mail.id))]);
  } catch (error) {
    const attempts = mail.attempts + 1;
    const isOver = error instanceof Undeliverable || attempts >= MOST_ATTEMPTS;
    log.warn({ mail: mail.id, kind: mail.kind, attempt: attempts, err: error }, isOver ? "mail given up" : "mail not sent");
    const wait = Math.min(RETRY_MS.first * 2 ** mail.attempts, RETRY_MS.most);
    const then = isOver ? { ...SAID, givenUpAt: clock() } : { dueAt: new Date(clock().getTime() + wait) };
    await writeTogether((w) => [w.update(outbox).set({ claimedAt: null, attempts, ...then }).where(eq(outbox.id, mail.id))]);
  }
}

/** Sends what is due, now and every second; the returned function ends it after the mails under way. */
export function startOutbox({ dataDir, publicUrl, smtpUrl, mailFrom }: Settings): () => Promise<void> {
  const send = smtpUrl === null ? fileTransport(dataDir, mailFrom) : smtpTransport(smtpUrl, mailFrom);
  return startRounds("outbox", POLL_MS, () => sendDue(send, publicUrl, () => new Date()));
}
