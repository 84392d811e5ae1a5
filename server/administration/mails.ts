/** Mails that could not be delivered, and one to see whether any can. */
import { and, desc, eq, isNotNull, isNull, lt, or } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { Overtaken } from "../../db/faults";
import { member } from "../../db/schema/members";
import { outbox } from "../../db/schema/events";
import { writeTogether } from "../../db/write-together";
import { must } from "../../db/writes";
import { cursorOf, readCursor } from "../../domain/cursors";
import type { Reader } from "../../domain/permissions";
import { TEST_MAILS } from "../../domain/rates";
import type { Language } from "../../domain/reading";
import { postMail } from "../mail/post";
import { spend } from "../rate";
import { badField, noSuch } from "../refusals";
import type { Context } from "../trpc";

type Asked = Context & { reader: Reader };

const PAGE = 50;

/** The newest given up first. What a mail says is not told: its links open accounts. */
export async function mailsGivenUp({ db }: Asked, { after }: { after: string | null }) {
  const from = after === null ? null : readCursor(after);
  const beyond = from && or(lt(outbox.givenUpAt, new Date(from.at)), and(eq(outbox.givenUpAt, new Date(from.at)), lt(outbox.id, from.id)));
  const rows = await db
    .select({ id: outbox.id, kind: outbox.kind, to: outbox.to, attempts: outbox.attempts, createdAt: outbox.createdAt, givenUpAt: outbox.givenUpAt })
    .from(outbox)
    .where(and(isNull(outbox.sentAt), isNotNull(outbox.givenUpAt), beyond ?? undefined))
    .orderBy(desc(outbox.givenUpAt), desc(outbox.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    mails: shown.map(({ createdAt, givenUpAt, ...mail }) => ({ ...mail, writtenAt: createdAt.toISOString(), givenUpAt: (givenUpAt ?? createdAt).toISOString() })),
    next: rows.length > PAGE && last?.givenUpAt ? cursorOf({ at: last.givenUpAt.getTime(), id: last.id }) : null,
  };
}

/** Puts a mail given up back into the outbox, as if it were new. @throws Refusal noSuch.mail */
export async function retryMail(ctx: Asked, input: { mail: string }): Promise<void> {
  const now = ctx.now();
  const isGivenUp = and(eq(outbox.id, input.mail), isNull(outbox.sentAt), isNotNull(outbox.givenUpAt));
  try {
    await writeTogether(
      (w) => [must(w.update(outbox).set({ givenUpAt: null, claimedAt: null, attempts: 0, dueAt: now }).where(isGivenUp), "mail")],
      [{ id: newId(), kind: "mail.retried", subjectId: input.mail, actorId: ctx.reader.id, at: now }],
    );
  } catch (error) {
    throw error instanceof Overtaken ? noSuch("mail") : error;
  }
}

/** Sends the reader a mail that says it arrived; answers where to. @throws Refusal field.notAnAddress for who has none, tooMany */
export async function sendTestMail(ctx: Asked, input: { language: Language }): Promise<{ to: string }> {
  const now = ctx.now();
  await spend({ what: "test-mail", whom: ctx.reader.id }, TEST_MAILS, now);
  const [own] = await ctx.db.select({ email: member.email }).from(member).where(eq(member.id, ctx.reader.id));
  const to = own?.email;
  if (!to) throw badField("email", { fault: "notAnAddress" });
  await writeTogether((w) => [postMail(w, { kind: "test", to, language: input.language, content: { name: ctx.reader.name } }, now)], [{ id: newId(), kind: "mail.tested", subjectId: ctx.reader.id, actorId: ctx.reader.id, at: now }]);
  return { to };
}
